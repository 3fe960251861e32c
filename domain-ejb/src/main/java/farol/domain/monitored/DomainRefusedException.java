package farol.domain.monitored;

import jakarta.ejb.ApplicationException;

/** Why a domain can't be added; the message says the rule and what was found. */
@ApplicationException(rollback = true)
public class DomainRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    /** The account has it already. */
    ALREADY_MONITORED,
    /** It is not a name, or not one that can be owned. */
    NOT_REGISTRABLE,
    /** The account has as many domains as it may have. */
    DOMAIN_LIMIT
  }

  private final Reason reason;

  public DomainRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
