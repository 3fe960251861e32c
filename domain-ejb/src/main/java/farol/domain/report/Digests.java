package farol.domain.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells the reports of one domain apart.
 *
 * @param key SHA-256 over organisation, report id and window
 * @param content SHA-256 over everything that the report says
 */
@SuppressWarnings("ArrayRecordComponent") // made, bound and dropped within one transaction
record Digests(byte[] key, byte[] content) {
  static Digests of(Report report) {
    return new Digests(key(report), HexFormat.of().parseHex(ContentDigest.of(report).hex()));
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
