package farol.domain.mailbox;

import org.jspecify.annotations.Nullable;

/** The server can't be reached, or broke off, or takes too long: it may be back later. */
public final class MailboxAwayException extends MailboxException {
  private static final long serialVersionUID = 1L;

  public MailboxAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public MailboxTrouble trouble() {
    return MailboxTrouble.AWAY;
  }
}
