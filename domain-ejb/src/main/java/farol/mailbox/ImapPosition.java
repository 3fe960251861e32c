package farol.mailbox;

import farol.domain.mailbox.MailboxPosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far somebody came in an IMAP folder: a UID, and the UIDVALIDITY for which it is one. */
final class ImapPosition {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,10})/(\\d{1,10})");

  private ImapPosition() {}

  static String text(long validity, long uid) {
    return validity + "/" + uid;
  }

  /** The UID; 0 if it is of another time or no position in such a folder. */
  static long lastUid(MailboxPosition position, long validity) {
    Matcher text = TEXT.matcher(position.text());
    return text.matches() && Long.parseLong(text.group(1)) == validity
        ? Long.parseLong(text.group(2))
        : 0;
  }
}
