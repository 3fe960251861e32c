package farol.mailbox;

import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that were there when it began, in the order in which they came to be as they are. */
final class FolderSession implements MailboxSession {
  private final Iterator<FolderMail> mails;

  private FolderSession(Iterator<FolderMail> mails) {
    this.mails = mails;
  }

  /**
   * Those after a position.
   *
   * <p>Ones that have changed in the last moments wait for a later session, and so no file can come
   * that would be before one of these, unless the clock is set back.
   */
  static FolderSession of(FolderLayout layout, MailboxPosition after, Instant now)
      throws IOException {
    SortedMap<FolderPosition, FolderMail> found = new TreeMap<>();
    FolderPosition last = FolderPosition.of(after, now);
    Instant latest = now.minus(layout.rest());
    for (Path folder : layout.folders()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          FolderMail.of(layout, file)
              .filter(mail -> !mail.changed().isAfter(latest))
              .filter(mail -> mail.place().compareTo(last) > 0)
              .ifPresent(mail -> found.put(mail.place(), mail));
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return new FolderSession(found.values().iterator());
  }

  @Override
  public Optional<KeptMail> next() {
    return mails.hasNext() ? Optional.of(mails.next()) : Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}
