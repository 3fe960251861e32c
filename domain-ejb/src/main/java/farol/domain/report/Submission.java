package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A report on its way into the database.
 *
 * @param domainId the monitored domain whose collector received it
 * @param warnings codes of what was odd about it, in capitals
 */
public record Submission(
    long domainId,
    Report report,
    CountedReport counted,
    List<String> warnings,
    RawReport raw,
    Instant receivedAt) {
  public Submission {
    requireNonNull(report, "report");
    requireNonNull(counted, "counted");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    warnings = List.copyOf(warnings);
  }
}
