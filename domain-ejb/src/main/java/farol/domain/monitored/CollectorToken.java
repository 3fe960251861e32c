package farol.domain.monitored;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What routes a report to a monitored domain: the last part of the collector's URL. Compared
 * exactly, case included.
 *
 * <p>It is published, but need not be known to everybody who reads a log, so {@link #toString}
 * shows only the fingerprint of its hash.
 *
 * @param value 32 letters, digits, {@code -} and {@code _}: 192 random bits
 */
public record CollectorToken(String value) {
  /** What stands before the token in a collector's URL. */
  static final String PATH = "/tls-rpt/ingest/";

  /** Characters of a token. */
  static final int LENGTH = 32;

  private static final String CHARACTERS = "[A-Za-z0-9_-]{" + LENGTH + "}";
  private static final Pattern FORM = Pattern.compile(CHARACTERS);
  private static final Pattern IN_URL = Pattern.compile("(?<=" + PATH + ")" + CHARACTERS);
  private static final Pattern IN_MAILBOX = Pattern.compile("(?<=\\+)" + CHARACTERS + "(?=@)");
  private static final SecureRandom RANDOM = new SecureRandom();

  public CollectorToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a collector token must have 32 URL-safe characters");
    }
  }

  static CollectorToken random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return new CollectorToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token in a request, if it can be one. */
  public static Optional<CollectorToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CollectorToken(text)) : Optional.empty();
  }

  /**
   * A text as it may be kept: the tokens in the collector URLs that it repeats are replaced by the
   * fingerprints of their hashes, {@code (token-1a2b3c4d)}, so that an URL stays one. So are those
   * in mail addresses, without the parentheses, which no mailbox has.
   */
  public static String masked(String text) {
    String withoutUrls =
        IN_URL.matcher(text).replaceAll(token -> "(" + fingerprint(token.group()) + ")");
    return IN_MAILBOX.matcher(withoutUrls).replaceAll(token -> fingerprint(token.group()));
  }

  private static String fingerprint(String token) {
    return "token-" + new CollectorToken(token).hash().fingerprint();
  }

  /** What the database looks it up by. */
  public TokenHash hash() {
    try {
      return TokenHash.of(
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hash().toString();
  }
}
