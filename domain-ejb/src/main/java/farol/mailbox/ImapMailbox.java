package farol.mailbox;

import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.time.Clock;

/**
 * A folder on an IMAP server. It is opened for reading only until the first mail is taken or set
 * aside, so that a folder of other people's mails stays as it is, down to which ones are recent.
 */
public final class ImapMailbox implements Mailbox {
  private final String name;
  private final ImapServer server;
  private final SignIn signIn;
  private final String folder;
  private final Afterwards afterwards;
  private final Clock clock;

  /**
   * Describes one; nothing is connected yet.
   *
   * @param folder its name with the server's own separators, as {@code INBOX}
   * @param clock says when mails came whose time the server does not tell
   */
  public ImapMailbox(
      String name,
      ImapServer server,
      SignIn signIn,
      String folder,
      Afterwards afterwards,
      Clock clock) {
    this.name = name;
    this.server = server;
    this.signIn = signIn;
    this.folder = folder;
    this.afterwards = afterwards;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MailboxSession open(MailboxPosition after) throws MailboxException {
    ImapConnection connection = ImapConnection.open(server, signIn);
    boolean ready = false;
    try {
      ImapFolder opened = ImapFolder.open(connection, folder);
      ImapSession session =
          ImapSession.of(opened, new ImapShelves(connection, opened, afterwards), clock, after);
      ready = true;
      return session;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }
}
