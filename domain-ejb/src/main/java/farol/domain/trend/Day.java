package farol.domain.trend;

import farol.domain.report.SessionCounts;
import java.time.LocalDate;

/** What was reported for one UTC day. */
public record Day(LocalDate day, SessionCounts sessions, long reports) {}
