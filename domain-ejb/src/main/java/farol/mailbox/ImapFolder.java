package farol.mailbox;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxException;
import jakarta.mail.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that a connection has open. Mails go by their UID, which others who delete mails
 * at the same time do not change.
 */
final class ImapFolder implements AutoCloseable {
  private final ImapConnection connection;
  private final String name;
  private final long validity;
  private boolean writable;
  private Flags kept = new Flags();

  private ImapFolder(ImapConnection connection, String name, long validity) {
    this.connection = connection;
    this.name = name;
    this.validity = validity;
  }

  /** Opens it for reading. */
  static ImapFolder open(ImapConnection connection, String name) throws MailboxException {
    try {
      return new ImapFolder(
          connection, name, connection.ask(session -> session.examine(name).uidvalidity));
    } catch (ImapRefusal e) {
      throw unusable(name, e);
    }
  }

  /** UIDs mean something else as soon as this is another number (RFC 9051, section 2.3.1.1). */
  long validity() {
    return validity;
  }

  /** Opens it for writing, the first time. */
  private void makeWritable() throws MailboxException {
    if (writable) {
      return;
    }
    MailboxInfo opened = told(session -> session.select(name));
    if (opened.uidvalidity != validity) {
      throw new MailboxAwayException(name + " was made anew meanwhile", null);
    }
    kept = opened.permanentFlags;
    writable = true;
  }

  /** Servers take keywords that they do not keep, and say nothing of it. */
  void requireKeeping(String keyword) throws MailboxException {
    makeWritable();
    if (!kept.contains(keyword) && !kept.contains(Flags.Flag.USER)) {
      throw new FolderUnusableException(
          "folder " + name + " keeps no keyword " + keyword + ": set afterwards=move", null);
    }
  }

  /** The UIDs of all mails that match, the lowest first. */
  long[] search(String criteria) throws MailboxException {
    return told(session -> found(send(session, "UID SEARCH " + criteria, null)));
  }

  /** Those of the mails that are still there, by what others have done until now. */
  long[] there(String uids) throws MailboxException {
    return told(
        session -> {
          session.noop();
          return found(send(session, "UID SEARCH UID " + uids, null));
        });
  }

  private <T> T told(ImapConnection.Question<T> question) throws MailboxException {
    try {
      return connection.ask(question);
    } catch (ImapRefusal e) {
      throw unusable(name, e);
    }
  }

  private static long[] found(Response[] answer) {
    LongStream.Builder uids = LongStream.builder();
    for (Response each : answer) {
      if (each instanceof IMAPResponse line && line.keyEquals("SEARCH")) {
        for (long uid = line.readLong(); uid != -1; uid = line.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids.build().sorted().distinct().toArray();
  }

  /** What the server has of mails; of those that are gone, and of some others, it has nothing. */
  List<FetchResponse> fetch(String uids, String items) throws MailboxException, ImapRefusal {
    return connection.ask(
        session -> {
          List<FetchResponse> fetched = new ArrayList<>();
          for (Response each : send(session, "UID FETCH " + uids + " (" + items + ")", null)) {
            if (each instanceof FetchResponse answer) {
              fetched.add(answer);
            }
          }
          return fetched;
        });
  }

  /** Has the server do something to a mail; to one that is gone it does nothing. */
  void change(String command, @Nullable Argument argument) throws MailboxException {
    makeWritable();
    var unused = told(session -> send(session, command, argument));
  }

  private static Response[] send(IMAPProtocol session, String command, @Nullable Argument argument)
      throws ProtocolException {
    Response[] answer = session.command(command, argument);
    session.handleResult(answer[answer.length - 1]);
    return answer;
  }

  static FolderUnusableException unusable(String folder, ImapRefusal reason) {
    return new FolderUnusableException("folder " + folder + ": " + reason.said(), reason);
  }

  @Override
  public void close() {
    connection.close();
  }
}
