package farol.domain.monitored;

/**
 * How many domains an account has.
 *
 * @param verified those of them that are verified now
 */
public record DomainCounts(long all, long verified) {}
