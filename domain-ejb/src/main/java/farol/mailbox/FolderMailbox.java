package farol.mailbox;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Folders on this machine with a file for each mail. */
public final class FolderMailbox implements Mailbox {
  private final String name;
  private final FolderLayout layout;
  private final Clock clock;

  private FolderMailbox(String name, FolderLayout layout, Clock clock) {
    this.name = name;
    this.layout = layout;
    this.clock = clock;
  }

  /**
   * A Maildir, which a mail server fills: the mails of its {@code new} and {@code cur}. What is
   * taken or set aside goes to the mail folders {@code Farol/Taken} and {@code Farol/Refused}, as
   * Maildir++ has them.
   */
  public static FolderMailbox maildir(String name, Path maildir, Clock clock) {
    return new FolderMailbox(name, new Maildir(maildir), clock);
  }

  /**
   * A folder that people and programs drop files in. What is taken or set aside goes to its folders
   * {@code taken} and {@code refused}; what is in other folders, and hidden files, is left alone.
   */
  public static FolderMailbox dropFolder(String name, Path folder, Clock clock) {
    return new FolderMailbox(name, new DropFolder(folder), clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MailboxSession open(MailboxPosition after) throws MailboxException {
    try {
      return FolderSession.of(layout, after, clock.instant());
    } catch (IOException e) {
      throw new FolderUnusableException("the folder can't be listed: " + e, e);
    }
  }
}
