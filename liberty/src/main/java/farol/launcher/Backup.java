package farol.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all that an installation is into one zip file that only its owner can read: database,
 * keys, secrets, and reports that wait for the database. While Farol runs, PostgreSQL is asked to
 * be copied as it documents for a base backup, so that the copy is as of one moment; what is
 * received meanwhile may be in it or not.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">PostgreSQL:
 *     making a base backup using the low level API</a>
 */
final class Backup {
  /** An entry that every backup begins with. */
  static final String MARK = "farol-backup";

  private static final Path DATABASE = Path.of("postgresql", PostgresBinaries.MAJOR);
  private static final Path WAL = DATABASE.resolve("pg_wal");

  /** What a start makes anew, seen from the data directory. */
  private static final Set<Path> MADE_ANEW =
      Set.of(
          Path.of("liberty"),
          Path.of("lock"),
          Path.of("logs"),
          DATABASE.resolve("postmaster.opts"),
          DATABASE.resolve("postmaster.pid"));

  /** Folders of the database whose content is worth nothing to another server. */
  private static final Set<Path> EMPTIED =
      Set.of(
          DATABASE.resolve("pg_dynshmem"),
          DATABASE.resolve("pg_notify"),
          DATABASE.resolve("pg_replslot"),
          DATABASE.resolve("pg_serial"),
          DATABASE.resolve("pg_snapshots"),
          DATABASE.resolve("pg_stat_tmp"),
          DATABASE.resolve("pg_subtrans"));

  private final Path root;
  private final ZipOutputStream zip;

  private Backup(Path root, ZipOutputStream zip) {
    this.root = root;
    this.zip = zip;
  }

  /**
   * Backs up a data directory, whether Farol runs on it or not.
   *
   * @param file what to write; must not be there yet, and is there only when it is whole
   */
  static void of(Path dataDirectory, Path file) throws StartFailure {
    Path root = dataDirectory.toAbsolutePath().normalize();
    Path target = file.toAbsolutePath();
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    if (!Files.exists(root.resolve("secrets.properties"))) {
      throw new StartFailure("there is no installation in " + root + "; set FAROL_DATA_DIR");
    }
    if (Files.exists(target)) {
      throw new StartFailure(target + " is there already");
    }
    try {
      Files.deleteIfExists(unfinished);
      try (FileChannel channel =
              FileChannel.open(
                  unfinished,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")));
          OutputStream out = Channels.newOutputStream(channel);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        new Backup(root, zip).write();
        zip.finish();
        channel.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException other) {
      throw new StartFailure("another backup is being written to " + unfinished, other);
    } catch (IOException | SQLException e) {
      throw new StartFailure("the backup " + target + " can't be written (" + e + ")", e);
    }
  }

  private void write() throws IOException, SQLException, StartFailure {
    put(Path.of(MARK), "postgresql " + PostgresBinaries.MAJOR + "\n");
    OptionalInt port = EmbeddedPostgres.portOf(root.resolve(DATABASE));
    if (port.isPresent()) {
      writeRunning(port.getAsInt());
    } else {
      copy(root, path -> true);
    }
  }

  private void writeRunning(int port) throws IOException, SQLException, StartFailure {
    String password = Secrets.in(DataDirectory.seen(root)).get("postgres.password");
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
        Statement statement = connection.createStatement()) {
      // Keeps the server from removing what it logs while the files are copied; ends with the
      // connection.
      statement.execute("select pg_create_physical_replication_slot('farol_backup', true, true)");
      statement.execute("select pg_backup_start('farol', true)");
      copy(root, path -> !path.startsWith(WAL) || path.equals(WAL));
      try (ResultSet label =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        label.next();
        put(DATABASE.resolve("backup_label"), label.getString(1));
      }
      copy(root.resolve(WAL), path -> !path.equals(WAL));
    }
  }

  /** Copies what is below a folder and wanted; what vanishes meanwhile was not needed. */
  private void copy(Path folder, Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Path path = root.relativize(directory);
            if (MADE_ANEW.contains(path) || isPrograms(path)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (wanted.test(path) && !path.toString().isEmpty()) {
              zip.putNextEntry(new ZipEntry(path + "/"));
              zip.closeEntry();
            }
            return EMPTIED.contains(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path path = root.relativize(file);
            if (attributes.isRegularFile() && wanted.test(path) && !MADE_ANEW.contains(path)) {
              put(path, file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }

  private static boolean isPrograms(Path path) {
    return path.startsWith("postgresql")
        && path.getNameCount() == 2
        && path.getFileName().toString().startsWith("programs-");
  }

  private void put(Path path, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(path.toString()));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException vanished) {
      // A file that the server has removed since the folder was listed.
    }
  }

  private void put(Path path, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(path.toString()));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
