package farol.domain.mailbox;

import org.jspecify.annotations.Nullable;

/** There is no TLS with that very server, so nothing was said to it. */
public final class UntrustedServerException extends MailboxException {
  private static final long serialVersionUID = 1L;

  public UntrustedServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public MailboxTrouble trouble() {
    return MailboxTrouble.UNTRUSTED;
  }
}
