package farol.domain.report;

import java.time.Instant;

/**
 * The report that a domain got last.
 *
 * @param organization who sent it. Outside text
 */
public record LatestReport(long domainId, long id, String organization, Instant receivedAt) {}
