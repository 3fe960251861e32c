package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A report on its way into the database.
 *
 * @param domainId the monitored domain whose collector received it
 * @param warnings codes of what was odd about it, in capitals
 * @param digests what tells it from the others of the domain
 * @param origin how it came
 */
public record Submission(
    long domainId,
    Report report,
    CountedReport counted,
    List<String> warnings,
    RawReport raw,
    Instant receivedAt,
    Digests digests,
    Origin origin) {
  public Submission {
    requireNonNull(report, "report");
    requireNonNull(counted, "counted");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(digests, "digests");
    requireNonNull(origin, "origin");
    warnings = List.copyOf(warnings);
  }

  /** As it was posted. Digests the report, so that the one thread that stores need not. */
  public Submission(
      long domainId,
      Report report,
      CountedReport counted,
      List<String> warnings,
      RawReport raw,
      Instant receivedAt) {
    this(domainId, report, counted, warnings, raw, receivedAt, Digests.of(report), Origin.HTTPS);
  }

  /** The same report, come in another way. */
  public Submission from(Origin otherOrigin) {
    return new Submission(
        domainId, report, counted, warnings, raw, receivedAt, digests, otherOrigin);
  }

  /** The same report, of which more was odd than it says itself; behind the other codes. */
  public Submission warnedOf(List<String> moreWarnings) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(moreWarnings);
    return new Submission(domainId, report, counted, all, raw, receivedAt, digests, origin);
  }
}
