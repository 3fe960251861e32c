package farol.imports;

import farol.wire.archive.ArchiveLimits;
import farol.wire.archive.ArchiveReader;
import farol.wire.packed.CountedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file or folder to import, and how far it is read. */
final class ImportSource {
  private static final int PIECE = 64 << 10;

  private final Path path;
  private final String name;
  private final ArchiveLimits limits;
  private final Pulse pulse;
  private long readBytes;

  /**
   * @param name of the file, for people
   * @param pulse beats while it is read
   */
  ImportSource(Path path, String name, ArchiveLimits limits, Pulse pulse) {
    this.path = path;
    this.name = name;
    this.limits = limits;
    this.pulse = pulse;
  }

  ArchiveReader open() throws IOException {
    if (Files.isDirectory(path)) {
      return ArchiveReader.open(path, pulse::in, limits);
    }
    if (!Files.isRegularFile(path)) { // opening a pipe may take for ever
      throw new FileSystemException(path.toString(), null, "neither a file nor a folder");
    }
    InputStream file =
        new CountedStream(pulse.in(Files.newInputStream(path)), count -> readBytes += count);
    return ArchiveReader.open(name, new BufferedInputStream(file, PIECE), limits);
  }

  /**
   * Is to be called now and then also while nothing is read.
   *
   * @throws Pulse.LeftException where it is to be read no further
   */
  void beat() throws Pulse.LeftException {
    pulse.beat();
  }

  /** Bytes of a file that are read; 0 of a folder. */
  long readBytes() {
    return readBytes;
  }
}
