package farol.domain.trend;

import farol.domain.report.SessionCounts;
import java.time.LocalDate;

/**
 * What one organisation reported about a domain, or about all of an account, for one UTC day.
 *
 * @param organization as it names itself. Outside text
 */
public record ReporterDay(
    String organization, LocalDate day, SessionCounts sessions, long reports) {}
