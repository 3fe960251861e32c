package farol.domain.report;

/**
 * How many of some reports came with mails of which nobody knows that the reporters have written
 * them.
 *
 * @param reports all of them, proven or not
 */
public record UnprovenShare(long unproven, long reports) {
  public UnprovenShare {
    if (unproven < 0 || unproven > reports) {
      throw new IllegalArgumentException(
          "of %d reports none to all can be unproven, got %d".formatted(reports, unproven));
    }
  }

  /** Whether there is any. */
  public boolean isAny() {
    return unproven > 0;
  }
}
