package farol.domain.user;

import jakarta.ejb.ApplicationException;

/** Why a user can't be added or changed so; the message says the rule. */
@ApplicationException(rollback = true)
public class UserRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    /** It cannot be the name of a user. */
    NOT_A_NAME,
    /** Somebody is called so, or the same but for upper and lower case. */
    NAME_TAKEN,
    /** It is too easy to guess, or too long. */
    WEAK_PASSWORD,
    /** It is not the password that the user has. */
    WRONG_PASSWORD,
    /** The provider has the password, and says in which groups the user is. */
    EXTERNAL,
    /** The user may not sign in. */
    DISABLED,
    /** Nobody locks oneself out. */
    ONESELF,
    /** It is there from the start and stays as it is, so that an operator is always left. */
    BUILT_IN
  }

  private final Reason reason;

  UserRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
