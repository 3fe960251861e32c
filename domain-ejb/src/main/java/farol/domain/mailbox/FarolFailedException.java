package farol.domain.mailbox;

/** Farol itself failed at a mailbox, in a way that nobody had thought of. */
public final class FarolFailedException extends MailboxException {
  private static final long serialVersionUID = 1L;

  public FarolFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public MailboxTrouble trouble() {
    return MailboxTrouble.FAROL_FAILED;
  }
}
