package farol.domain.mailbox;

import org.jspecify.annotations.Nullable;

/** The server does not take the credentials, or there are none. */
public final class SignInRefusedException extends MailboxException {
  private static final long serialVersionUID = 1L;

  public SignInRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public MailboxTrouble trouble() {
    return MailboxTrouble.SIGN_IN_REFUSED;
  }
}
