package farol.domain.token;

import jakarta.ejb.ApplicationException;

/** Why a token can't be made; the message says the rule. */
@ApplicationException(rollback = true)
public class TokenRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    NOT_A_NAME,
    BAD_LIFETIME,
    /** Another token of the account has the name. */
    ALREADY_NAMED,
    /** The account has as many as it may. */
    TOKEN_LIMIT
  }

  private final Reason reason;

  TokenRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
