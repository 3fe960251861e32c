package farol.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip file of all files below a folder, made while it is read. Links are left out. */
final class ZippedFolder extends InputStream {
  private static final int PIECE = 64 << 10;

  private final Path folder;
  private final Stream<Path> all;
  private final Iterator<Path> files;
  private final Made made = new Made();
  private final ZipOutputStream zip = new ZipOutputStream(made);
  private final byte[] piece = new byte[PIECE];
  private @Nullable InputStream current;
  private boolean isFinished;

  /** What is zipped and not read yet. */
  private static final class Made extends ByteArrayOutputStream {
    private int position;

    int read(byte[] target, int offset, int length) {
      int taken = Math.min(length, count - position);
      System.arraycopy(buf, position, target, offset, taken);
      position += taken;
      return taken;
    }

    boolean isEmpty() {
      return position == count;
    }

    void clear() {
      position = 0;
      reset();
    }
  }

  @SuppressWarnings("StreamResourceLeak") // closed with this
  ZippedFolder(Path folder) throws IOException {
    this.folder = folder;
    this.all = Files.walk(folder);
    this.files =
        all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).iterator();
    zip.setLevel(Deflater.BEST_SPEED);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (made.isEmpty() && !isFinished) {
      made.clear();
      makeMore();
    }
    return made.isEmpty() && length > 0 ? -1 : made.read(target, offset, length);
  }

  private void makeMore() throws IOException {
    if (current != null) {
      zipPiece(current);
    } else if (hasNext()) {
      Path file = files.next();
      current = Files.newInputStream(file);
      zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
    } else {
      zip.finish();
      isFinished = true;
    }
  }

  private boolean hasNext() throws IOException {
    try {
      return files.hasNext();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void zipPiece(InputStream file) throws IOException {
    int count = file.read(piece);
    if (count < 0) {
      file.close();
      current = null;
      zip.closeEntry();
    } else {
      zip.write(piece, 0, count);
    }
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
    all.close();
  }
}
