package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A report on its way into the database.
 *
 * @param domainId the monitored domain whose collector received it
 * @param warnings codes of what was odd about it, in capitals
 * @param digests what tells it from the others of the domain
 */
public record Submission(
    long domainId,
    Report report,
    CountedReport counted,
    List<String> warnings,
    RawReport raw,
    Instant receivedAt,
    Digests digests) {
  public Submission {
    requireNonNull(report, "report");
    requireNonNull(counted, "counted");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(digests, "digests");
    warnings = List.copyOf(warnings);
  }

  /** Digests the report, so that the one thread that stores need not. */
  public Submission(
      long domainId,
      Report report,
      CountedReport counted,
      List<String> warnings,
      RawReport raw,
      Instant receivedAt) {
    this(domainId, report, counted, warnings, raw, receivedAt, Digests.of(report));
  }
}
