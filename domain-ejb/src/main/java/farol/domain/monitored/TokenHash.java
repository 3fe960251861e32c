package farol.domain.monitored;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a collector's token: what the database looks it up by, and all that is kept of a token
 * where others than its domain might read. Its fingerprint names the token in logs.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record TokenHash(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public TokenHash {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 hash must have 64 hexadecimal digits");
    }
  }

  /**
   * A hash from its bytes.
   *
   * @param bytes 32 of them
   */
  public static TokenHash of(byte[] bytes) {
    return new TokenHash(HexFormat.of().formatHex(bytes));
  }

  /** 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The first 8 digits. */
  public String fingerprint() {
    return hex.substring(0, 8);
  }

  @Override
  public String toString() {
    return "token " + fingerprint();
  }
}
