package farol.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of imports in the data directory, for their owner's eyes only, each named by the key of
 * its import. Which of them are still needed, the database says.
 */
public final class ImportFolder {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final Pattern FILE_NAME = Pattern.compile("[1-9][0-9]{0,18}");
  private static final String NODE = "node";

  private final Path folder;
  private final String node;
  private final String holder = UUID.randomUUID().toString();
  private final Set<Long> receiving = ConcurrentHashMap.newKeySet();

  private ImportFolder(Path folder, String node) {
    this.folder = folder;
    this.node = node;
  }

  /** Makes the folder where it is missing, and gives the data directory a name of its own. */
  public static ImportFolder open(Path dataDirectory) throws IOException {
    Path folder = dataDirectory.toAbsolutePath().resolve("imports");
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path name = folder.resolve(NODE);
    if (!Files.exists(name)) {
      Path unfinished = folder.resolve(NODE + ".unfinished");
      Files.writeString(unfinished, UUID.randomUUID().toString(), US_ASCII);
      Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
      synchronise(folder);
    }
    return new ImportFolder(folder, Files.readString(name, US_ASCII));
  }

  /**
   * What tells this data directory from those of other nodes on the same database: only the node
   * that has a file can import it.
   */
  public String node() {
    return node;
  }

  /**
   * What tells this process from all others, before it too: what an earlier one held has been let
   * go of.
   */
  String holder() {
    return holder;
  }

  /** A place for a file that comes in; closing it deletes what it holds unless that is kept. */
  ReceivedFile receive(long id) throws IOException {
    receiving.add(id);
    return new ReceivedFile(file(id), () -> receiving.remove(id));
  }

  /** The imports whose files are coming in now. */
  Set<Long> receiving() {
    return Set.copyOf(receiving);
  }

  /** A watch over a file that comes in. */
  UploadWatch watch(Clock clock, Runnable requireWanted) {
    return new UploadWatch(folder, clock, requireWanted);
  }

  Path file(long id) {
    return folder.resolve(Long.toString(id));
  }

  /** The imports that have a file here. */
  List<Long> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> FILE_NAME.matcher(name).matches())
          .map(Long::parseLong)
          .sorted()
          .toList();
    }
  }

  void delete(long id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  /** Makes the names in a folder durable. */
  static void synchronise(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
