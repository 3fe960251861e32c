package farol.domain.trend;

/**
 * What one organisation reported about one of an account's domains for one UTC day.
 *
 * @param domain the monitored domain, in A-labels
 */
public record DomainReporterDay(String domain, ReporterDay reported) {}
