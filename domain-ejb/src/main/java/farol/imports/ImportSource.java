package farol.imports;

import farol.wire.archive.ArchiveLimits;
import farol.wire.archive.ArchiveReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file or folder to import, and how far it is read. */
final class ImportSource {
  private static final int PIECE = 64 << 10;

  private final Path path;
  private final String name;
  private final ArchiveLimits limits;
  private long readBytes;

  /**
   * @param name of the file, for people
   */
  ImportSource(Path path, String name, ArchiveLimits limits) {
    this.path = path;
    this.name = name;
    this.limits = limits;
  }

  ArchiveReader open() throws IOException {
    return Files.isDirectory(path)
        ? ArchiveReader.open(path, limits)
        : ArchiveReader.open(
            name, new BufferedInputStream(new Counting(Files.newInputStream(path)), PIECE), limits);
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
