package farol.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL programs for this machine, once for each version, into the data directory.
 */
final class PostgresBinaries {
  /** PostgreSQL's major version: data directories of different ones are not compatible. */
  static final String MAJOR = "18";

  private static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /** The folder that has {@code bin/postgres}. */
  static Path unpackInto(Path folder) throws StartFailure {
    Path home = folder.resolve("programs-" + VERSION);
    if (!Files.exists(home)) {
      Path unfinished = folder.resolve("programs-" + VERSION + ".unfinished");
      try {
        delete(unfinished);
        unpack(unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new StartFailure("PostgreSQL can't be unpacked into " + home + " (" + e + ")", e);
      }
    }
    return home;
  }

  private static void unpack(Path target) throws IOException, StartFailure {
    String archive = "/postgres-" + platform() + ".txz";
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new StartFailure(
            "there is no embedded PostgreSQL for "
                + platform()
                + "; set FAROL_DATABASE_URL to a server of yours");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
        throw new IOException(path + " can't be made executable");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    return system
        + "-"
        + switch (machine) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> machine;
        };
  }
}
