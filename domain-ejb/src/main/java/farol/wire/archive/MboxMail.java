package farol.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of one mail of a mailbox, up to the separator of the next one. */
final class MboxMail extends InputStream {
  private final Lines lines;
  private byte[] slice = new byte[0];
  private int position;
  private int end;

  /** An empty line that may belong to the next separator. */
  private byte @Nullable [] held;

  private boolean pieceWaits;
  private boolean ended;

  /**
   * @param lines at the end of the separator
   */
  MboxMail(Lines lines) {
    this.lines = lines;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (position == end && !ended) {
      advance();
    }
    if (ended) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(slice, position, target, offset, count);
    position += count;
    return count;
  }

  /** Goes to the next separator, or to the end of the mailbox. */
  void leave() throws IOException {
    while (!ended) {
      advance();
    }
  }

  private void advance() throws IOException {
    if (pieceWaits) {
      pieceWaits = false;
      takePiece();
      return;
    }
    if (!lines.next() || MboxEntries.isSeparator(lines, held != null)) {
      ended = true;
      return;
    }
    byte[] before = held;
    held = lines.emptyLine();
    if (before != null) {
      take(before, 0, before.length);
      pieceWaits = held == null;
    } else if (held == null) {
      takePiece();
    }
  }

  /** What was quoted, so that it is no separator, is taken as it was. */
  private void takePiece() {
    int quote = MboxEntries.isQuoted(lines) ? 1 : 0;
    take(lines.buffer(), lines.start() + quote, lines.end());
  }

  private void take(byte[] bytes, int from, int to) {
    slice = bytes;
    position = from;
    end = to;
  }
}
