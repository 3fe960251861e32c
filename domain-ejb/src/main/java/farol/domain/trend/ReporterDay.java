package farol.domain.trend;

import farol.domain.report.SessionCounts;
import java.time.LocalDate;

/**
 * What one organisation reported about a monitored domain for one UTC day.
 *
 * @param domain the monitored domain, in A-labels
 * @param organization as it names itself. Outside text
 */
public record ReporterDay(
    String domain, String organization, LocalDate day, SessionCounts sessions, long reports) {}
