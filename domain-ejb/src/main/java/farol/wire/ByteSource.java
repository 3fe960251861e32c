package farol.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;

/**
 * Bytes that can be looked at before they are taken: one by one for headers, in blocks for an
 * inflater, which may give back what it did not need, and as a stream for whoever comes last.
 */
final class ByteSource extends InputStream {
  private static final int BLOCK = 4096;

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int end;

  /** The bytes of an array, which is not changed. */
  ByteSource(byte[] bytes) {
    this.in = InputStream.nullInputStream();
    this.buffer = bytes;
    this.end = bytes.length;
  }

  ByteSource(InputStream in) {
    this.in = in;
    this.buffer = new byte[BLOCK];
  }

  /** Whether it starts so; to be asked before any byte is taken. */
  boolean startsWith(byte[] start) throws IOException {
    int count = 1;
    while (end < start.length && count > 0) {
      count = Math.max(0, in.read(buffer, end, buffer.length - end));
      end += count;
    }
    return Arrays.equals(buffer, 0, Math.min(end, start.length), start, 0, start.length);
  }

  boolean isExhausted() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return end == 0;
  }

  /** The next byte of a gzip member, 0 to 255. */
  int next() throws IOException {
    requireMore();
    return buffer[position++] & 0xff;
  }

  /** Two bytes, the lower one first. */
  int nextShort() throws IOException {
    return next() | next() << 8;
  }

  /** Four bytes, the lowest one first. */
  long nextInt() throws IOException {
    return nextShort() | (long) nextShort() << 16;
  }

  void feed(Inflater inflater) throws IOException {
    requireMore();
    inflater.setInput(buffer, position, end - position);
    position = end;
  }

  /** Takes back the last bytes of what was fed. */
  void takeBack(int count) {
    position -= count;
  }

  private void requireMore() throws IOException {
    if (isExhausted()) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "the body ends inside a gzip member");
    }
  }

  @Override
  public int read() throws IOException {
    return isExhausted() ? -1 : buffer[position++] & 0xff;
  }

  /** Large blocks go past the buffer. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == end) {
      return in.read(target, offset, length);
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
