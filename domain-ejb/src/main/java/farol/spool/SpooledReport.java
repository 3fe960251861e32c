package farol.spool;

import static java.util.Objects.requireNonNull;

import farol.domain.monitored.TokenHash;
import farol.domain.report.RawReport;
import java.time.Instant;

/**
 * A report as it came, with all that its intake needs.
 *
 * @param token of the collector that it was posted to; the token itself is never on disk
 * @param receivedAt by which it is judged, however late that is
 */
public record SpooledReport(TokenHash token, Instant receivedAt, RawReport raw) {
  public SpooledReport {
    requireNonNull(token, "token");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(raw, "raw");
  }
}
