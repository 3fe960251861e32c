package farol.spool;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The spool's files, for their owner's eyes only. A file is there once {@link #write} has returned:
 * complete under its name, and both it and the folder are synchronised. Before that there is at
 * most a file with another ending, which the next {@link #open} deletes; so the process may be
 * killed at any point.
 *
 * <p>The folder is made when it is opened and never again: where it vanishes, a disk may have been
 * unmounted, and what would be written in its place might never be seen again.
 */
final class SpoolFolder {
  private static final System.Logger LOGGER = System.getLogger(SpoolFolder.class.getName());

  private static final String UNFINISHED = ".unfinished";
  private static final String REASON = ".reason";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final long LEAST_FREE_BYTES = 1 << 20;

  private final Path folder;
  private final Path aside;

  private SpoolFolder(Path folder) {
    this.folder = folder;
    this.aside = folder.resolve("set-aside");
  }

  /** Makes the folder where it is missing, and deletes what was not finished. */
  static SpoolFolder open(Path path) throws IOException {
    SpoolFolder opened = new SpoolFolder(path.toAbsolutePath());
    makePrivate(opened.folder);
    makePrivate(opened.aside);
    synchronise(requireNonNull(opened.folder.getParent(), "the spool has a folder of its own"));
    for (Path file : filesIn(opened.folder)) {
      if (file.getFileName().toString().endsWith(UNFINISHED)) {
        Files.delete(file);
      }
    }
    return opened;
  }

  /** The reports' files; what else may lie there is left alone. */
  List<Path> reports() throws IOException {
    return filesIn(folder).stream().filter(SpoolFolder::isReport).toList();
  }

  /** Those that were set aside. */
  List<Path> aside() throws IOException {
    return filesIn(aside).stream().filter(SpoolFolder::isReport).toList();
  }

  /**
   * Writes a file that does not exist yet; it is durable when this returns.
   *
   * @throws IOException if it can't be written; then there is none, as far as that is in our hands
   */
  void write(String name, byte[] content) throws IOException {
    Path unfinished = folder.resolve(name + UNFINISHED);
    boolean durable = false;
    try {
      writeDurably(unfinished, content);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      synchronise(folder);
      durable = true;
    } finally {
      if (!durable) {
        deleteIfPossible(unfinished);
        deleteIfPossible(folder.resolve(name));
      }
    }
  }

  byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  void delete(String name) throws IOException {
    Files.delete(folder.resolve(name));
  }

  /** Moves a file out of the way, and writes the reason beside it. */
  void setAside(String name, String reason) throws IOException {
    Files.move(folder.resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    writeDurably(aside.resolve(name + REASON), (reason + System.lineSeparator()).getBytes(UTF_8));
  }

  /** Whether it is where it was. */
  boolean isReachable() {
    return Files.isDirectory(folder);
  }

  /** Whether the next file will fit, as far as can be told without writing it. */
  boolean hasRoom() {
    try {
      return isReachable()
          && Files.isWritable(folder)
          && Files.getFileStore(folder).getUsableSpace() >= LEAST_FREE_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static void writeDurably(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable. */
  private static void synchronise(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void deleteIfPossible(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOGGER.log(DEBUG, () -> "what could not be written can't be deleted either: " + e);
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isReport(Path file) {
    return Entry.isFileName(file.getFileName().toString());
  }
}
