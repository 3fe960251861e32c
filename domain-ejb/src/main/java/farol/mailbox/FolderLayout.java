package farol.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the files of a mailbox are called, and where they are. */
interface FolderLayout {
  /** The folders in which mails wait. */
  List<Path> folders();

  /** Whether a file by that name, in one of the folders, is a mail. */
  boolean isMail(String fileName);

  /** What a file is called whatever else its name says. */
  String key(String fileName);

  /** How long a file must have been as it is; whoever writes it may not be done. */
  Duration rest();

  /**
   * A file by that name that is not there yet.
   *
   * @param fileName as it is on disk; its bytes need not be text
   * @param copy 0 for the first name to try, 1 for the next
   */
  Path place(Shelf shelf, Path fileName, int copy) throws IOException;
}
