package farol.domain.user;

import farol.domain.user.UserRefusedException.Reason;
import java.security.SecureRandom;
import java.util.Base64;

/** What a password must be. Length is all that is asked for, as NIST SP 800-63B has it. */
public final class Password {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 15;

  private Password() {}

  /**
   * Refuses one that is too easy to guess.
   *
   * @throws UserRefusedException if it is
   */
  static String checked(String password, String userName) {
    if (password.strip().length() < SHORTEST
        || password.length() > LONGEST
        || password.equalsIgnoreCase(userName)
        || password.chars().distinct().count() < 4) {
      throw new UserRefusedException(
          Reason.WEAK_PASSWORD,
          "a password has "
              + SHORTEST
              + " to "
              + LONGEST
              + " characters, four different ones at least, and is not the user's name");
    }
    return password;
  }

  /** 120 random bits in 20 letters, digits, {@code -} and {@code _}. */
  public static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
