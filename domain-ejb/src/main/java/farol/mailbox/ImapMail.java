package farol.mailbox;

import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * A mail on an IMAP server.
 *
 * @param size {@link #UNKNOWN_SIZE} if the server does not tell it
 */
record ImapMail(ImapFolder folder, ImapShelves shelves, long uid, long size, Instant received)
    implements KeptMail {
  static final long UNKNOWN_SIZE = -1;

  private static final int PIECE = 1 << 20;

  @Override
  public String key() {
    return ImapPosition.text(folder.validity(), uid);
  }

  @Override
  public MailboxPosition position() {
    return new MailboxPosition(key());
  }

  @Override
  public MailBytes read(int most) throws MailboxException {
    if (size > most) {
      return new MailBytes.TooLarge(size);
    }
    try {
      return pieces(most);
    } catch (ImapRefusal e) {
      return withheld(e.said());
    }
  }

  private MailBytes withheld(String reason) throws MailboxException {
    boolean isGone = folder.there(String.valueOf(uid)).length == 0;
    return isGone ? new MailBytes.Gone() : new MailBytes.Unreadable(reason);
  }

  /** Sizes that servers tell are not always right, so the end is where a piece is not full. */
  private MailBytes pieces(int most) throws MailboxException, ImapRefusal {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean isFull = true;
    while (isFull && bytes.size() <= most) {
      int length = Math.min(PIECE, most + 1 - bytes.size());
      ByteArray piece = piece(bytes.size(), length);
      if (piece == null) {
        return withheld("the server sends nothing of it");
      }
      bytes.write(piece.getBytes(), piece.getStart(), piece.getCount());
      isFull = piece.getCount() >= length;
    }
    return bytes.size() > most
        ? new MailBytes.TooLarge(bytes.size())
        : new MailBytes.Whole(bytes.toByteArray());
  }

  private @Nullable ByteArray piece(int from, int length) throws MailboxException, ImapRefusal {
    for (FetchResponse answer :
        folder.fetch(String.valueOf(uid), "UID BODY.PEEK[]<" + from + "." + length + ">")) {
      UID of = answer.getItem(UID.class);
      BODY body = answer.getItem(BODY.class);
      if (of != null && of.uid == uid && body != null) {
        return body.getByteArray();
      }
    }
    return null;
  }

  @Override
  public void settle(MailOutcome outcome) throws MailboxException {
    shelves.put(uid, outcome);
  }
}
