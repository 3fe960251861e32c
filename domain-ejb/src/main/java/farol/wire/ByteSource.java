package farol.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/**
 * Compressed bytes, read one by one for headers and in blocks for the inflater, which may give back
 * what it did not need.
 */
final class ByteSource implements Closeable {
  private final InputStream in;
  private final byte[] buffer = new byte[4096];
  private int position;
  private int end;

  ByteSource(InputStream in) {
    this.in = in;
  }

  boolean isExhausted() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return end == 0;
  }

  /** The next byte, 0 to 255. */
  int next() throws IOException {
    if (isExhausted()) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "the body ends inside a gzip member");
    }
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
    if (isExhausted()) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "the body ends inside a gzip member");
    }
    inflater.setInput(buffer, position, end - position);
    position = end;
  }

  /** Takes back the last bytes of what was fed. */
  void takeBack(int count) {
    position -= count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
