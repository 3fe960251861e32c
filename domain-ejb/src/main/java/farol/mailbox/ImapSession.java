package farol.mailbox;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/** The mails of one folder, by their UIDs. Of sizes and dates it asks for some hundred at once. */
final class ImapSession implements MailboxSession {
  private static final int WINDOW = 500;

  private final ImapFolder folder;
  private final ImapShelves shelves;
  private final long[] uids;
  private final Deque<KeptMail> window = new ArrayDeque<>();
  private int asked;

  private ImapSession(ImapFolder folder, ImapShelves shelves, long[] uids) {
    this.folder = folder;
    this.shelves = shelves;
    this.uids = uids;
  }

  /** Those after a position, but for those that somebody has deleted, or Farol has marked. */
  static ImapSession of(ImapFolder folder, ImapShelves shelves, MailboxPosition after)
      throws MailboxException {
    long last = ImapPosition.lastUid(after, folder.validity());
    String marks =
        Arrays.stream(Shelf.values())
            .map(shelf -> " UNKEYWORD " + shelf.keyword())
            .collect(Collectors.joining());
    long[] found = folder.search("UID " + (last + 1) + ":* UNDELETED" + marks);
    // The last mail of all always matches n:*.
    return new ImapSession(
        folder, shelves, Arrays.stream(found).filter(uid -> uid > last).toArray());
  }

  @Override
  public Optional<KeptMail> next() throws MailboxException {
    while (window.isEmpty() && asked < uids.length) {
      ask();
    }
    return Optional.ofNullable(window.poll());
  }

  private void ask() throws MailboxException {
    int end = Math.min(uids.length, asked + WINDOW);
    String set =
        Arrays.stream(uids, asked, end).mapToObj(Long::toString).collect(Collectors.joining(","));
    asked = end;
    try {
      folder.fetch(set, "UID RFC822.SIZE INTERNALDATE").stream()
          .map(this::mail)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingLong(ImapMail::uid))
          .forEach(window::add);
    } catch (ImapRefusal e) {
      throw new FolderUnusableException("its mails can't be listed: " + e.said(), e);
    }
  }

  /** A server may also tell, unasked, of flags that others have changed. */
  private Optional<ImapMail> mail(FetchResponse answer) {
    UID uid = answer.getItem(UID.class);
    RFC822SIZE size = answer.getItem(RFC822SIZE.class);
    INTERNALDATE date = answer.getItem(INTERNALDATE.class);
    return uid == null || size == null || date == null
        ? Optional.empty()
        : Optional.of(
            new ImapMail(folder, shelves, uid.uid, size.size, date.getDate().toInstant()));
  }

  @Override
  public void close() {
    folder.close();
  }
}
