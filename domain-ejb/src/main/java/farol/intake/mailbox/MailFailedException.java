package farol.intake.mailbox;

/** Farol itself failed at a mail; it may have been chance, so the mail is tried again later. */
final class MailFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  MailFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
