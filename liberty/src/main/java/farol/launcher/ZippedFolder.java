package farol.launcher;

import farol.wire.archive.FolderEntries;
import farol.wire.packed.BrokenException;
import farol.wire.packed.Entries;
import farol.wire.packed.Fault;
import farol.wire.packed.PackedEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip file of all files below a folder, made while it is read. Links are left out, and what is
 * still being written to a Maildir; what vanishes meanwhile or can't be read is told.
 */
final class ZippedFolder extends InputStream {
  private static final int PIECE = 64 << 10;
  private static final int MOST_IN_FOLDER = 1_000_000;
  private static final int FAILED = -2;

  private final Entries files;
  private final Consumer<String> unread;
  private final Made made = new Made();
  private final ZipOutputStream zip = new ZipOutputStream(made);
  private final byte[] piece = new byte[PIECE];
  private @Nullable PackedEntry current;
  private boolean isBegun;
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

  /**
   * @param unread is told what can't be read, each in a line, and is left out
   */
  ZippedFolder(Path folder, Consumer<String> unread) throws IOException {
    this.files = FolderEntries.of(folder, MOST_IN_FOLDER, UnaryOperator.identity());
    this.unread = unread;
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
    PackedEntry file = current;
    if (file == null) {
      current = files.next();
      isFinished = current == null;
    } else if (!zipPiece(file)) {
      current = null;
    }
    if (isFinished) {
      zip.finish();
    }
  }

  /** An entry begins once something of its file is read, and ends with what can be read of it. */
  private boolean zipPiece(PackedEntry file) throws IOException {
    int count = read(file);
    if (!isBegun && count > FAILED) {
      zip.putNextEntry(new ZipEntry(file.name()));
      isBegun = true;
    }
    if (count > 0) {
      zip.write(piece, 0, count);
      return true;
    }
    zip.closeEntry();
    isBegun = false;
    return false;
  }

  /** How many bytes; -1 at its end. */
  private int read(PackedEntry file) {
    try {
      return file.bytes().read(piece);
    } catch (BrokenException e) {
      if (e.fault() != Fault.LINK) {
        unread.accept(file.name() + " is left out: " + e.detail());
      }
    } catch (IOException e) {
      unread.accept(file.name() + " can't be read to its end: " + e);
    }
    return FAILED;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
