package farol.mailbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The layout of a Maildir, and of the folders beside it as Maildir++ has them. Files in {@code tmp}
 * are being written; elsewhere they are complete, and what is after a colon in their names changes
 * with their flags.
 *
 * @see <a href="https://cr.yp.to/proto/maildir.html">Using maildir format</a>
 */
final class Maildir implements FolderLayout {
  private static final String READ = "cur";
  private static final String UNREAD = "new";
  private static final List<String> PARTS = List.of(READ, UNREAD, "tmp");
  private static final String INFO = ":2,";
  private static final String TRASHED = "T";

  // Empty, and in each folder but the one of all (Maildir++).
  private static final String FOLDER_MARK = "maildirfolder";

  private final Path maildir;

  Maildir(Path maildir) {
    this.maildir = maildir.toAbsolutePath();
  }

  @Override
  public List<Path> folders() {
    return List.of(maildir.resolve(UNREAD), maildir.resolve(READ));
  }

  @Override
  public boolean isMail(String fileName) {
    return !fileName.startsWith(".") && !flags(fileName).contains(TRASHED);
  }

  private static String flags(String fileName) {
    int info = fileName.indexOf(INFO);
    return info < 0 ? "" : fileName.substring(info + INFO.length());
  }

  @Override
  public String key(String fileName) {
    int info = fileName.indexOf(':');
    return info < 0 ? fileName : fileName.substring(0, info);
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Path place(Shelf shelf, Path fileName, int copy) throws IOException {
    String name = fileName.toString();
    String unique = copy == 0 ? key(name) : key(name) + ".Farol" + copy;
    return folder(shelf).resolve(READ).resolve(unique + INFO + flags(name));
  }

  private Path folder(Shelf shelf) throws IOException {
    boolean isFolderOfAnother =
        Files.exists(maildir.resolve(FOLDER_MARK), LinkOption.NOFOLLOW_LINKS);
    Path folder =
        isFolderOfAnother
            ? maildir.resolveSibling(shelf.mailFolder(".", '.'))
            : maildir.resolve(shelf.mailFolder(".", '.'));
    OwnFolder.make(folder, maildir);
    for (String part : PARTS) {
      OwnFolder.make(folder.resolve(part), maildir);
    }
    try {
      Files.createFile(folder.resolve(FOLDER_MARK));
    } catch (FileAlreadyExistsException e) {
      return folder;
    }
    return folder;
  }
}
