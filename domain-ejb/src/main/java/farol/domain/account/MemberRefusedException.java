package farol.domain.account;

import jakarta.ejb.ApplicationException;

/** Why the members of an account can't be changed so; the message says the rule. */
@ApplicationException(rollback = true)
public class MemberRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    /** The account has this member already. */
    ALREADY_MEMBER,
    /** It cannot be the name of a user. */
    NOT_A_NAME,
    /** Nobody signs in by this name. */
    UNKNOWN_USER,
    /** Nobody would be left who may change members. */
    LAST_OWNER
  }

  private final Reason reason;

  MemberRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
