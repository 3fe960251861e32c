package farol.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Makes a data directory of a {@link Backup}. */
final class Restore {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private Restore() {}

  /**
   * Unpacks a backup; every file is checked against its sum.
   *
   * @param dataDirectory must not be there yet, or be empty; is there only when it is whole
   */
  static void from(Path file, Path dataDirectory) throws StartFailure {
    Path target = dataDirectory.toAbsolutePath().normalize();
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      if (Files.exists(target) && !isEmpty(target)) {
        throw new StartFailure(
            "the data directory " + target + " is not empty; set FAROL_DATA_DIR to a new one");
      }
      if (Files.exists(unfinished)) {
        Command.run(List.of("rm", "-r", unfinished.toString()), Map.of());
      }
      Files.createDirectories(unfinished.getParent());
      Files.createDirectory(unfinished, PRIVATE_FOLDER);
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
        requireMark(file, zip);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          unpack(zip, entry, unfinished);
        }
      }
      Files.deleteIfExists(target);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (ZipException damaged) {
      throw new StartFailure("the backup " + file + " is damaged (" + damaged + ")", damaged);
    } catch (IOException e) {
      throw new StartFailure("the backup " + file + " can't be restored (" + e + ")", e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private static void requireMark(Path file, ZipInputStream zip) throws IOException, StartFailure {
    ZipEntry first = zip.getNextEntry();
    if (first == null || !first.getName().equals(Backup.MARK)) {
      throw new StartFailure(file + " is no backup of Farol");
    }
    String made = new String(zip.readAllBytes(), StandardCharsets.UTF_8).strip();
    String mine = "postgresql " + PostgresBinaries.MAJOR;
    if (!made.equals(mine)) {
      throw new StartFailure(
          file + " was made with " + made + ", this version has " + mine + ": use that of then");
    }
  }

  private static void unpack(ZipInputStream zip, ZipEntry entry, Path folder) throws IOException {
    Path path = folder.resolve(entry.getName()).normalize();
    if (!path.startsWith(folder)) {
      throw new ZipException("an entry leads out of it");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path, PRIVATE_FOLDER);
    } else {
      Files.createDirectories(path.getParent(), PRIVATE_FOLDER);
      Files.createFile(path, PRIVATE_FILE);
      try (var out = Files.newOutputStream(path)) {
        zip.transferTo(out);
      }
    }
  }
}
