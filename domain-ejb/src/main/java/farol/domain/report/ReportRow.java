package farol.domain.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A report with what only its row has.
 *
 * @param id its key, taken from the sequence
 * @param keyDigest SHA-256 over what tells reports of a domain apart: organisation, report id and
 *     window
 * @param contentDigest SHA-256 over everything that it says
 */
@SuppressWarnings("ArrayRecordComponent") // made, bound and dropped within one transaction
record ReportRow(long id, Submission submission, byte[] keyDigest, byte[] contentDigest) {
  /** Puts reports of one key side by side, and leaves them in their order. */
  static final Comparator<ReportRow> BY_KEY =
      Comparator.comparing(ReportRow::keyDigest, Arrays::compareUnsigned);

  /** A UTC day of a monitored domain. */
  record Day(long domainId, LocalDate date) {}

  static ReportRow of(long id, Submission submission) {
    return new ReportRow(
        id,
        submission,
        keyDigest(submission.report()),
        HexFormat.of().parseHex(ContentDigest.of(submission.report()).hex()));
  }

  Report report() {
    return submission.report();
  }

  Day day() {
    return new Day(submission.domainId(), report().window().day());
  }

  private static byte[] keyDigest(Report report) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {
            report.organization(),
            report.reportId(),
            report.window().start().toString(),
            report.window().end().toString()
          }) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
