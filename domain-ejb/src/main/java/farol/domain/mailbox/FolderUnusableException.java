package farol.domain.mailbox;

import org.jspecify.annotations.Nullable;

/** A folder of the mailbox is missing, or does not let itself be read or written to. */
public final class FolderUnusableException extends MailboxException {
  private static final long serialVersionUID = 1L;

  public FolderUnusableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public MailboxTrouble trouble() {
    return MailboxTrouble.FOLDER_UNUSABLE;
  }
}
