package farol.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The layout of a folder that files are dropped in. */
final class DropFolder implements FolderLayout {
  private final Path folder;

  DropFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public List<Path> folders() {
    return List.of(folder);
  }

  /** Programs that copy files have hidden ones until they are done. */
  @Override
  public boolean isMail(String fileName) {
    return !fileName.startsWith(".");
  }

  @Override
  public String key(String fileName) {
    return fileName;
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Path place(Shelf shelf, Path fileName, int copy) throws IOException {
    Path target = folder.resolve(shelf.folder());
    OwnFolder.make(target, folder);
    return copy == 0 ? target.resolve(fileName) : target.resolve(copy + "-" + fileName);
  }
}
