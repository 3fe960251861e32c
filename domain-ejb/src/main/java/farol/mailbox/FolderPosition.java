package farol.mailbox;

import farol.domain.mailbox.MailboxPosition;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody came in a folder: by when a file came there under its name, which nobody can set
 * as they like, other than the time of its last writing, and which moving a file in sets anew.
 *
 * @param changed in microseconds
 * @param key tells files apart that came at once
 */
record FolderPosition(long changed, String key) implements Comparable<FolderPosition> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})/(.*)", Pattern.DOTALL);
  private static final Comparator<FolderPosition> ORDER =
      Comparator.comparingLong(FolderPosition::changed).thenComparing(FolderPosition::key);

  static FolderPosition of(Instant changed, String key) {
    return new FolderPosition(
        changed.getEpochSecond() * 1_000_000 + changed.getNano() / 1_000, key);
  }

  /** The one that was written down; before all if it is no position in a folder. */
  static FolderPosition of(MailboxPosition position) {
    Matcher text = TEXT.matcher(position.text());
    return text.matches()
        ? new FolderPosition(Long.parseLong(text.group(1)), text.group(2))
        : new FolderPosition(-1, "");
  }

  MailboxPosition written() {
    return new MailboxPosition(changed + "/" + key);
  }

  @Override
  public int compareTo(FolderPosition other) {
    return ORDER.compare(this, other);
  }
}
