package farol.domain.token;

import farol.domain.token.TokenRefusedException.Reason;
import java.time.Duration;

/**
 * A token to be.
 *
 * @param name 1 to 100 characters; blanks around it are dropped
 * @param lifetime whole days, 1 to 365
 */
public record TokenOrder(String name, TokenScope scope, Duration lifetime) {
  private static final int LONGEST_NAME = 100;

  /** No token lives longer. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(365);

  /**
   * Checks it.
   *
   * @throws TokenRefusedException if it breaks a rule
   */
  public TokenOrder {
    name = name.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new TokenRefusedException(
          Reason.NOT_A_NAME,
          "a token's name has 1 to "
              + LONGEST_NAME
              + " characters, none of them a control character");
    }
    if (lifetime.compareTo(Duration.ofDays(1)) < 0 || lifetime.compareTo(LONGEST_LIFE) > 0) {
      throw new TokenRefusedException(
          Reason.BAD_LIFETIME, "a token lives 1 to " + LONGEST_LIFE.toDays() + " days");
    }
  }
}
