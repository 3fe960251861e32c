package farol.imports;

import jakarta.ejb.ApplicationException;

/** Why a file can't be imported; the message says the rule. */
@ApplicationException(rollback = true)
public class ImportRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands against it. */
  public enum Reason {
    /** The account has as many imports under way as it may. */
    TOO_MANY,
    TOO_LARGE,
    /** The disk has to have room for reports that come in. */
    NO_ROOM,
    /** Its sender went away before its end. */
    BROKEN_OFF,
    /** It would hold a thread, and its place, for too long. */
    TOO_SLOW,
    /** Somebody cancelled the import while the file came in. */
    CANCELLED
  }

  private final Reason reason;

  ImportRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ImportRefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
