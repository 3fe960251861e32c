package farol.domain.report;

import java.time.Instant;

/**
 * The report of a domain's latest day, and of several the one that came last.
 *
 * @param organization who sent it. Outside text
 */
public record LatestReport(long domainId, long id, String organization, Instant receivedAt) {}
