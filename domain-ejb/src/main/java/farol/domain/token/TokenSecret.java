package farol.domain.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token itself: whoever has it may use it. Shown once, never kept; its 256 random bits need no
 * slow hash.
 *
 * @param value {@code farol_} and 43 letters, digits, {@code -} and {@code _}; the beginning lets
 *     scanners find tokens that were published by mistake
 */
public record TokenSecret(String value) {
  private static final String PREFIX = "farol_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public TokenSecret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a token has the form " + FORM);
    }
  }

  static TokenSecret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token in a request, if it can be one. */
  public static Optional<TokenSecret> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TokenSecret(text)) : Optional.empty();
  }

  /** What the database looks it up by. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
