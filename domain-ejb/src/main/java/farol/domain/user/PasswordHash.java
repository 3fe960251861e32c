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
          "pbkdf2-sha512\\$([1-9][0-9]{3,6})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{86})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 512;

  public PasswordHash {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a password's hash must be pbkdf2-sha512$ROUNDS$SALT$KEY");
    }
  }

  /** With a new salt, so that nobody sees who has the same password. */
  public static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "pbkdf2-sha512$"
            + ROUNDS
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(key(password, salt, ROUNDS)));
  }

  /** Whether it is this password's; takes as long whatever the answer. */
  public boolean matches(String password) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("the form has been checked");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(2));
    byte[] expected = Base64.getDecoder().decode(parts.group(3));
    return MessageDigest.isEqual(expected, key(password, salt, Integer.parseInt(parts.group(1))));
  }

  private static byte[] key(String password, byte[] salt, int rounds) {
    try {
      KeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BITS);
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
