package farol.domain.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A report with what only its row has.
 *
 * @param id its key, taken from the sequence
 */
record ReportRow(long id, Submission submission) {
  /** Puts reports of one key side by side, and leaves them in their order. */
  static final Comparator<ReportRow> BY_KEY =
      Comparator.comparing(ReportRow::keyDigest, Arrays::compareUnsigned);

  /** A UTC day of a monitored domain. */
  record Day(long domainId, LocalDate date) {
    /** Days since 1970-01-01. */
    int number() {
      return Math.toIntExact(date.toEpochDay());
    }
  }

  Report report() {
    return submission.report();
  }

  byte[] keyDigest() {
    return submission.digests().key();
  }

  byte[] contentDigest() {
    return submission.digests().content();
  }

  /** The UTC day of its receipt, in days since 1970-01-01. */
  int receivedOn() {
    return Math.toIntExact(
        LocalDate.ofInstant(submission.receivedAt(), ZoneOffset.UTC).toEpochDay());
  }

  Day day() {
    return new Day(submission.domainId(), report().window().day());
  }
}
