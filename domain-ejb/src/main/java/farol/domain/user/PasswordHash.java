package farol.domain.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-512, a salt of its own, and how many rounds it
 * took, so that more can be asked of later passwords.
 *
 * @param text {@code pbkdf2-sha512$ROUNDS$SALT$KEY}, the last two in Base64
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, section 5.2</a>
 */
public record PasswordHash(String text) {
  /** What OWASP asks for with SHA-512. */
  static final int ROUNDS = 210_000;

  private static final Pattern FORM =
      Pattern.compile(
          "pbkdf2-sha512\\$([1-9][0-9]{3,6})"
              + "\\$((?:[A-Za-z0-9+/]{22}|[A-Za-z0-9+/]{43}))" // 16 or 32 bytes
              + "\\$((?:[A-Za-z0-9+/]{43}|[A-Za-z0-9+/]{86}))"); // 32 or 64
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 64;

  public PasswordHash {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a password's hash must be pbkdf2-sha512$ROUNDS$SALT$KEY");
    }
  }

  /** With a new salt, so that nobody sees who has the same password. */
  public static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return of(ROUNDS, salt, key(password, salt, ROUNDS, KEY_BYTES));
  }

  /**
   * One that another program has computed.
   *
   * @throws IllegalArgumentException if it has other than 1,000 to 9,999,999 rounds, a salt of 16
   *     or 32 bytes, and a key of 32 or 64
   */
  public static PasswordHash of(int rounds, byte[] salt, byte[] key) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "pbkdf2-sha512$"
            + rounds
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(key));
  }

  /** Whether it is this password's; takes as long whatever the answer. */
  public boolean matches(String password) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("the form has been checked");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(2));
    byte[] expected = Base64.getDecoder().decode(parts.group(3));
    int rounds = Integer.parseInt(parts.group(1));
    return MessageDigest.isEqual(expected, key(password, salt, rounds, expected.length));
  }

  private static byte[] key(String password, byte[] salt, int rounds, int bytes) {
    try {
      KeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, bytes * Byte.SIZE);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2", e);
    }
  }

  /** Never the hash itself: it would be something to guess against. */
  @Override
  public String toString() {
    return "password hash";
  }
}
