package farol.mailbox;

import farol.domain.mailbox.MailboxPosition;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody came in a folder: by when a file came there under its name, which moving a file
 * in sets anew. Other than the time of its last writing, nobody can set it as they like, but for
 * whoever sets the machine's clock.
 *
 * @param changed in microseconds
 * @param key tells files apart that came at once
 */
record FolderPosition(long changed, String key) implements Comparable<FolderPosition> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})/(.*)", Pattern.DOTALL);
  private static final Comparator<FolderPosition> ORDER =
      Comparator.comparingLong(FolderPosition::changed).thenComparing(FolderPosition::key);

  static FolderPosition of(Instant changed, String key) {
    return new FolderPosition(micros(changed), key);
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /**
   * The one that was written down; before all if it is no position in a folder, or of a time that
   * is still to come: the clock has been set back since, and files that come now would be before
   * it.
   */
  static FolderPosition of(MailboxPosition position, Instant now) {
    Matcher text = TEXT.matcher(position.text());
    return text.matches() && Long.parseLong(text.group(1)) <= micros(now)
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
