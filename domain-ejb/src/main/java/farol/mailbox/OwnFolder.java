package farol.mailbox;

import static java.lang.System.Logger.Level.DEBUG;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Folders that Farol makes in those of others. */
final class OwnFolder {
  private static final System.Logger LOGGER = System.getLogger(OwnFolder.class.getName());

  private static final String GROUP = "unix:gid";
  private static final String MODE = "unix:mode";

  private OwnFolder() {}

  /**
   * Makes one where it is missing, with the permissions of another, and its group where that is
   * allowed. Permissions include the bit by which a folder passes its group on.
   *
   * @throws FileAlreadyExistsException if something else is there, as a link to elsewhere
   */
  static void make(Path folder, Path like) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.createDirectory(folder);
    takeGroup(folder, like);
    Object mode = attribute(like, MODE);
    if (!mode.equals(attribute(folder, MODE))) {
      Files.setAttribute(folder, MODE, mode);
    }
  }

  /** Of a group that it is not in, a user makes no folders. */
  private static void takeGroup(Path folder, Path like) throws IOException {
    Object group = attribute(like, GROUP);
    if (!group.equals(attribute(folder, GROUP))) {
      try {
        Files.setAttribute(folder, GROUP, group);
      } catch (FileSystemException notAllowed) {
        LOGGER.log(DEBUG, () -> folder + " is not of group " + group + ": " + notAllowed);
      }
    }
  }

  private static Object attribute(Path folder, String name) throws IOException {
    return requireNonNull(Files.getAttribute(folder, name), name);
  }
}
