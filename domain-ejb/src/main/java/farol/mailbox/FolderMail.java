package farol.mailbox;

import static java.util.Objects.requireNonNull;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mail in a file by itself. Others may rename it, take it away, or put another in its place at
 * any time; that other one is another mail, for a later session.
 *
 * @param file where it was when the session began
 * @param inode what is the same in whichever folder it is
 * @param received when it was written
 * @param changed when it came to be there as it is
 */
record FolderMail(
    FolderLayout layout, Path file, long inode, long size, Instant received, Instant changed)
    implements KeptMail {

  /** The mail in a file; empty if it is no regular file, no mail, or gone. Follows no link. */
  static Optional<FolderMail> of(FolderLayout layout, Path file) throws IOException {
    try {
      Map<String, Object> attributes =
          Files.readAttributes(
              file,
              "unix:isRegularFile,ino,size,lastModifiedTime,ctime",
              LinkOption.NOFOLLOW_LINKS);
      return Boolean.TRUE.equals(attributes.get("isRegularFile"))
              && layout.isMail(file.getFileName().toString())
          ? Optional.of(
              new FolderMail(
                  layout,
                  file,
                  number(attributes, "ino"),
                  number(attributes, "size"),
                  time(attributes, "lastModifiedTime"),
                  time(attributes, "ctime")))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static long number(Map<String, Object> attributes, String name) {
    return (Long) requireNonNull(attributes.get(name), name);
  }

  private static Instant time(Map<String, Object> attributes, String name) {
    return ((FileTime) requireNonNull(attributes.get(name), name)).toInstant();
  }

  @Override
  public String key() {
    return layout.key(file.getFileName().toString());
  }

  FolderPosition place() {
    return FolderPosition.of(changed, key());
  }

  @Override
  public MailboxPosition position() {
    return place().written();
  }

  @Override
  public MailBytes read(int most) throws MailboxException {
    if (size > most) {
      return new MailBytes.TooLarge(size);
    }
    try {
      Optional<Path> now = now();
      return now.isPresent() ? read(now.get(), most) : new MailBytes.Gone();
    } catch (NoSuchFileException e) {
      return new MailBytes.Gone();
    } catch (AccessDeniedException e) {
      throw new FolderUnusableException(key() + " can't be read: " + e, e);
    } catch (IOException e) {
      return new MailBytes.Unreadable(e.toString());
    }
  }

  private static MailBytes read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most
          ? new MailBytes.TooLarge(bytes.length)
          : new MailBytes.Whole(bytes);
    }
  }

  @Override
  public void settle(MailOutcome outcome) throws MailboxException {
    Optional<Shelf> shelf = Shelf.of(outcome);
    if (shelf.isPresent()) {
      try {
        move(shelf.get());
      } catch (IOException e) {
        throw new FolderUnusableException(key() + " can't be moved: " + e, e);
      }
    }
  }

  private void move(Shelf shelf) throws IOException {
    Optional<Path> now = now();
    for (int copy = 0; now.isPresent(); copy++) {
      if (isMoved(now.get(), layout.place(shelf, now.get().getFileName(), copy))) {
        return;
      }
      now = now();
    }
  }

  /** False if something else is there, or the file is somewhere else by now. */
  private static boolean isMoved(Path file, Path target) throws IOException {
    try {
      Files.move(file, target);
      return true;
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      return false;
    }
  }

  /** Where it is now; empty if it is nowhere. */
  private Optional<Path> now() throws IOException {
    if (isIn(file)) {
      return Optional.of(file);
    }
    for (Path folder : layout.folders()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isIn)) {
        for (Path other : files) {
          return Optional.of(other);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return Optional.empty();
  }

  private boolean isIn(Path other) throws IOException {
    return layout.key(other.getFileName().toString()).equals(key())
        && of(layout, other).filter(this::isSame).isPresent();
  }

  private boolean isSame(FolderMail other) {
    return inode == other.inode && size == other.size && received.equals(other.received);
  }
}
