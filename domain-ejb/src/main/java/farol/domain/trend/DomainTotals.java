package farol.domain.trend;

import farol.domain.report.SessionCounts;

/** A verified domain's totals over some days. */
public record DomainTotals(long domainId, String name, SessionCounts sessions, long reports) {}
