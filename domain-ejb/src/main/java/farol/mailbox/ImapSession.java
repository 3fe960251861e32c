package farol.mailbox;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one folder, by their UIDs. What there is to say of them it asks for some hundred.
 */
final class ImapSession implements MailboxSession {
  private static final int WINDOW = 500;

  private final ImapFolder folder;
  private final ImapShelves shelves;
  private final Clock clock;
  private final long[] uids;
  private final Deque<KeptMail> window = new ArrayDeque<>();
  private int asked;

  private ImapSession(ImapFolder folder, ImapShelves shelves, Clock clock, long[] uids) {
    this.folder = folder;
    this.shelves = shelves;
    this.clock = clock;
    this.uids = uids;
  }

  /**
   * Those after a position, but for those that somebody has deleted, or Farol has marked. Marks are
   * not searched for: Exchange refuses a search for a keyword.
   */
  static ImapSession of(ImapFolder folder, ImapShelves shelves, Clock clock, MailboxPosition after)
      throws MailboxException {
    long last = ImapPosition.lastUid(after, folder.validity());
    long[] found = folder.search("UID " + (last + 1) + ":* UNDELETED");
    // The last mail of all always matches n:*.
    return new ImapSession(
        folder, shelves, clock, Arrays.stream(found).filter(uid -> uid > last).toArray());
  }

  @Override
  public Optional<KeptMail> next() throws MailboxException {
    while (window.isEmpty() && asked < uids.length) {
      ask();
    }
    return Optional.ofNullable(window.poll());
  }

  /**
   * A mail of which nothing is told, or nothing that can be understood, may be there all the same.
   */
  private void ask() throws MailboxException {
    long[] asking = Arrays.copyOfRange(uids, asked, Math.min(uids.length, asked + WINDOW));
    asked += asking.length;
    Map<Long, FetchResponse> told = told(asking);
    long[] untold = LongStream.of(asking).filter(uid -> !told.containsKey(uid)).toArray();
    long[] there = untold.length == 0 ? untold : folder.there(set(untold));
    for (long uid : asking) {
      FetchResponse answer = told.get(uid);
      if (answer == null ? Arrays.binarySearch(there, uid) >= 0 : !isMarked(answer)) {
        window.add(mail(uid, answer));
      }
    }
  }

  /** A server may also tell, unasked, of flags that others have changed. */
  private Map<Long, FetchResponse> told(long[] asking) throws MailboxException {
    try {
      Map<Long, FetchResponse> told = new HashMap<>();
      for (FetchResponse each : folder.fetch(set(asking), "UID FLAGS RFC822.SIZE INTERNALDATE")) {
        UID uid = each.getItem(UID.class);
        if (uid != null) {
          told.merge(uid.uid, each, (a, b) -> b.getItemCount() > a.getItemCount() ? b : a);
        }
      }
      return told;
    } catch (ImapRefusal e) {
      throw new FolderUnusableException("its mails can't be listed: " + e.said(), e);
    }
  }

  private static String set(long[] uids) {
    return LongStream.of(uids).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  private static boolean isMarked(FetchResponse answer) {
    FLAGS flags = answer.getItem(FLAGS.class);
    return flags != null
        && Arrays.stream(Shelf.values()).anyMatch(shelf -> flags.contains(shelf.keyword()));
  }

  private ImapMail mail(long uid, @Nullable FetchResponse answer) {
    Optional<FetchResponse> told = Optional.ofNullable(answer);
    return new ImapMail(
        folder,
        shelves,
        uid,
        told.map(each -> each.getItem(RFC822SIZE.class))
            .map(each -> each.size)
            .orElse(ImapMail.UNKNOWN_SIZE),
        told.map(each -> each.getItem(INTERNALDATE.class))
            .map(INTERNALDATE::getDate)
            .map(Date::toInstant)
            .orElseGet(clock::instant));
  }

  @Override
  public void close() {
    folder.close();
  }
}
