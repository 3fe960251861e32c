package farol.mailbox;

import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.Namespaces;

/** Puts mails of one folder where mails are kept of which the same became. */
final class ImapShelves {
  private final ImapConnection connection;
  private final ImapFolder folder;
  private final Afterwards afterwards;
  private final Map<Shelf, String> folders = new EnumMap<>(Shelf.class);

  ImapShelves(ImapConnection connection, ImapFolder folder, Afterwards afterwards) {
    this.connection = connection;
    this.folder = folder;
    this.afterwards = afterwards;
  }

  /** Puts a mail there, or leaves it alone. */
  void put(long uid, MailOutcome outcome) throws MailboxException {
    Optional<Shelf> shelf = Shelf.of(outcome);
    if (shelf.isPresent()) {
      switch (afterwards) {
        case FLAG -> mark(uid, shelf.get().keyword());
        case MOVE -> move(uid, shelf.get());
      }
    }
  }

  private void mark(long uid, String keyword) throws MailboxException {
    folder.requireKeeping(keyword);
    flag(uid, "\\Seen " + keyword);
  }

  private void flag(long uid, String flags) throws MailboxException {
    folder.change("UID STORE " + uid + " +FLAGS.SILENT (" + flags + ")", null);
  }

  /**
   * Without MOVE (RFC 6851), of what others have deleted nothing may go, so that mail alone is
   * expunged (RFC 4315), or stays deleted where the server can't do that.
   */
  private void move(long uid, Shelf shelf) throws MailboxException {
    String target = made(shelf);
    if (can("MOVE")) {
      folder.change("UID MOVE " + uid, name(target));
      return;
    }
    folder.change("UID COPY " + uid, name(target));
    flag(uid, "\\Deleted");
    if (can("UIDPLUS")) {
      folder.change("UID EXPUNGE " + uid, null);
    }
  }

  private boolean can(String capability) throws MailboxException {
    try {
      return connection.ask(session -> session.hasCapability(capability));
    } catch (ImapRefusal e) {
      throw new IllegalStateException("nothing was asked", e);
    }
  }

  private static Argument name(String folder) {
    return new Argument().writeString(BASE64MailboxEncoder.encode(folder));
  }

  /** The shelf's folder, which is made where it is missing. */
  private String made(Shelf shelf) throws MailboxException {
    String known = folders.get(shelf);
    if (known != null) {
      return known;
    }
    try {
      String name = connection.ask(session -> make(session, shelf));
      folders.put(shelf, name);
      return name;
    } catch (ImapRefusal e) {
      throw ImapFolder.unusable(shelf.mailFolder("", '/'), e);
    }
  }

  private static String make(IMAPProtocol session, Shelf shelf) throws ProtocolException {
    String name = name(session, shelf);
    ListInfo[] there = session.list("", name);
    if (there == null || there.length == 0) {
      session.create(name);
      session.subscribe(name);
    }
    return name;
  }

  private static String name(IMAPProtocol session, Shelf shelf) throws ProtocolException {
    if (session.hasCapability("NAMESPACE")) {
      Namespaces namespaces = session.namespace();
      if (namespaces != null && namespaces.personal != null && namespaces.personal.length > 0) {
        Namespaces.Namespace own = namespaces.personal[0];
        return shelf.mailFolder(own.prefix, own.delimiter);
      }
    }
    ListInfo[] root = session.list("", "");
    return shelf.mailFolder("", root == null || root.length == 0 ? '/' : root[0].separator);
  }
}
