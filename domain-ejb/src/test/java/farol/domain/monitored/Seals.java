package farol.domain.monitored;

import java.util.Arrays;
import java.util.Base64;

/** Seals of tokens, for tests. */
public final class Seals {
  /** That of an installation. */
  public static final TokenSeal SEAL = withKeyOf(1);

  private Seals() {}

  /** One whose key has this byte everywhere. */
  public static TokenSeal withKeyOf(int value) {
    return TokenSeal.of(keyOf(value));
  }

  /** A key that has this byte everywhere. */
  public static String keyOf(int value) {
    byte[] key = new byte[TokenSeal.KEY_BYTES];
    Arrays.fill(key, (byte) value);
    return Base64.getEncoder().encodeToString(key);
  }
}
