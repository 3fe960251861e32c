package farol.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Everything that survives a stop. Open to its owner alone, and to one running Farol at a time. */
final class DataDirectory implements AutoCloseable {
  private final Path root;
  private final @Nullable FileChannel lockFile;

  private DataDirectory(Path root, @Nullable FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the directory where it is missing, and takes its lock, which the system frees even after
   * a crash.
   */
  static DataDirectory open(Path path) throws StartFailure {
    Path root = path.toAbsolutePath().normalize();
    try {
      makePrivate(root);
      FileChannel lockFile =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = lockFile.tryLock();
      if (lock == null) {
        lockFile.close();
        throw new StartFailure("another Farol is running on the data directory " + root);
      }
      return new DataDirectory(root, lockFile);
    } catch (IOException e) {
      throw new StartFailure(
          "the data directory " + root + " can't be written (" + e + "); set FAROL_DATA_DIR", e);
    }
  }

  /** One that is there, without its lock: only to look at, for another may be running on it. */
  static DataDirectory seen(Path root) {
    return new DataDirectory(root, null);
  }

  /** Whether a Farol runs on it. */
  static boolean isInUse(Path root) throws StartFailure {
    Path file = root.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel lockFile = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lockFile.tryLock() == null;
    } catch (IOException e) {
      throw new StartFailure("the data directory " + root + " can't be read (" + e + ")", e);
    }
  }

  /** A folder of the data directory, made where it is missing. */
  Path folder(String name) throws StartFailure {
    Path folder = root.resolve(name);
    try {
      makePrivate(folder);
      return folder;
    } catch (IOException e) {
      throw new StartFailure("the folder " + folder + " can't be made (" + e + ")", e);
    }
  }

  Path file(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() throws IOException {
    if (lockFile != null) {
      lockFile.close();
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }
}
