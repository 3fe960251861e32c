package farol.domain.published;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal. */
final class Fingerprint {
  private Fingerprint() {}

  static String sha256(byte[] bytes) {
    return of("SHA-256", bytes);
  }

  static String sha512(byte[] bytes) {
    return of("SHA-512", bytes);
  }

  private static String of(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
