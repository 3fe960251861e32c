package farol.imports;

import static java.util.Objects.requireNonNull;

import farol.imports.ImportRefusedException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file that comes in. Unless it is kept, nothing of it stays. */
final class ReceivedFile implements Closeable {
  private static final int PIECE = 64 << 10;

  private final Path path;
  private final Runnable whenOver;
  private boolean isKept;

  ReceivedFile(Path path, Runnable whenOver) {
    this.path = path;
    this.whenOver = whenOver;
  }

  /**
   * Writes all that comes, as long as it is at most so many bytes and may; it is durable when this
   * returns.
   *
   * @return how many bytes it has
   */
  long write(InputStream in, long most, UploadWatch watch) throws IOException {
    long size = 0;
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ImportFolder.OWNER_ONLY)) {
      byte[] piece = new byte[PIECE];
      for (int count = read(in, piece); count >= 0; count = read(in, piece)) {
        size += count;
        requireAtMost(most, size);
        watch.look(size);
        writeAll(channel, ByteBuffer.wrap(piece, 0, count));
      }
      channel.force(true);
    }
    ImportFolder.synchronise(requireNonNull(path.getParent(), "it is in the imports' folder"));
    return size;
  }

  private static int read(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException e) {
      throw new ImportRefusedException(
          Reason.BROKEN_OFF, "a file to import must come to its end, this one broke off", e);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  static void requireAtMost(long most, long size) {
    if (size > most) {
      throw new ImportRefusedException(
          Reason.TOO_LARGE, "a file to import must have at most " + most + " bytes, got more");
    }
  }

  /** Leaves it where it is. */
  void keep() {
    isKept = true;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!isKept) {
        Files.deleteIfExists(path);
      }
    } finally {
      whenOver.run();
    }
  }
}
