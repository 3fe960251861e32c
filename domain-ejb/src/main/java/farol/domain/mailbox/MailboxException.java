package farol.domain.mailbox;

import org.jspecify.annotations.Nullable;

/** A mailbox can't be used now; the message says why, for an operator, and has no secret. */
public abstract sealed class MailboxException extends Exception
    permits FarolFailedException,
        FolderUnusableException,
        MailboxAwayException,
        SignInRefusedException,
        UntrustedServerException {
  private static final long serialVersionUID = 1L;

  MailboxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What kind of trouble it is. */
  public abstract MailboxTrouble trouble();
}
