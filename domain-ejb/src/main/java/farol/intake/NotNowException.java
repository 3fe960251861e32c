package farol.intake;

/** The database, or the disk, is in trouble: what is in the spool has to wait. */
final class NotNowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Throwable reason;

  NotNowException(Throwable reason) {
    super(reason);
    this.reason = reason;
  }

  Throwable reason() {
    return reason;
  }
}
