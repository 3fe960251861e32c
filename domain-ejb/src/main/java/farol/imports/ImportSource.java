package farol.imports;

import farol.wire.archive.ArchiveLimits;
import farol.wire.archive.ArchiveReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
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
    InputStream file = new Counting(pulse.in(Files.newInputStream(path)));
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

  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      readBytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      readBytes += Math.max(0, count);
      return count;
    }
  }
}
