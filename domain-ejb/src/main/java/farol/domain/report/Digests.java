package farol.domain.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What tells the reports of one domain apart: the first half of a SHA-256 each. To find two reports
 * that share one takes 2^64 attempts, and gains a sender nothing but a duplicate of its own.
 *
 * @param key over organisation, report id and window
 * @param content over everything that the report says
 */
@SuppressWarnings("ArrayRecordComponent") // made, bound and dropped within one transaction
record Digests(byte[] key, byte[] content) {
  private static final int LENGTH = 16;

  static Digests of(Report report) {
    byte[] content = HexFormat.of().parseHex(ContentDigest.of(report).hex());
    return new Digests(Arrays.copyOf(key(report), LENGTH), Arrays.copyOf(content, LENGTH));
  }

  private static byte[] key(Report report) {
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
