package farol.mailbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Folders that Farol makes in those of others. */
final class OwnFolder {
  private OwnFolder() {}

  /**
   * Makes one where it is missing, with the permissions of another.
   *
   * @throws FileAlreadyExistsException if something else is there, as a link to elsewhere
   */
  static void make(Path folder, Path like) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(like));
  }
}
