package farol.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Inflater;

/**
 * Bytes that can be looked at before they are taken: as fields, in blocks, or as a stream. Closing
 * it leaves open what they come from.
 */
public final class Source extends InputStream {
  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int end;

  /**
   * @param room how many bytes can be looked at before they are taken
   */
  public Source(InputStream in, int room) {
    this.in = in;
    this.buffer = new byte[room];
  }

  /** The next bytes, not taken: so many, or all that there are. */
  public byte[] peek(int count) throws IOException {
    int there = fill(count);
    return Arrays.copyOfRange(buffer, position, position + there);
  }

  /** Takes the next bytes, all of them, the lowest of a number first. */
  ByteBuffer take(int count) throws IOException {
    byte[] bytes = peek(count);
    if (bytes.length < count) {
      throw truncated();
    }
    position += count;
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes so many bytes, unseen. */
  void pass(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (fill(1) == 0) {
        throw truncated();
      }
      int some = (int) Math.min(left, end - position);
      position += some;
      left -= some;
    }
  }

  /** Reads one byte or more, up to where a number may begin, the lowest byte first. */
  int readUpTo(int number, byte[] target, int offset, int length) throws IOException {
    if (fill(1) == 0) {
      return -1;
    }
    int most = Math.min(length, end - position);
    int count = 1;
    while (count < most && !mayBegin(number, position + count)) {
      count++;
    }
    return read(target, offset, count);
  }

  /** Whether bytes are those of a number, as many of them as there are. */
  private boolean mayBegin(int number, int at) {
    boolean same = true;
    for (int i = 0; same && i < Integer.BYTES && at + i < end; i++) {
      same = buffer[at + i] == (byte) (number >> (i * Byte.SIZE));
    }
    return same;
  }

  /**
   * Goes to the end, before which only zeros may stand, as padding. What all this is packed in may
   * have its checksum there.
   */
  void end() throws IOException {
    while (fill(1) > 0) {
      if (buffer[position++] != 0) {
        throw new BrokenException(Fault.DAMAGED, "something follows its end");
      }
    }
  }

  /** Gives an inflater at most so many bytes, and says how many. */
  int feed(Inflater inflater, long most) throws IOException {
    if (fill(1) == 0) {
      throw truncated();
    }
    int count = (int) Math.min(most, end - position);
    inflater.setInput(buffer, position, count);
    position += count;
    return count;
  }

  /** Takes back the last bytes of what was fed. */
  void takeBack(int count) {
    position -= count;
  }

  static BrokenException truncated() {
    return new BrokenException(Fault.TRUNCATED, "it ends before it is complete");
  }

  /** Sees to it that so many bytes are in the buffer, or all that there are; says how many. */
  private int fill(int count) throws IOException {
    if (position + count > buffer.length) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      end -= position;
      position = 0;
    }
    int some = 0;
    while (end - position < count && some >= 0) {
      some = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, some);
    }
    return Math.min(count, end - position);
  }

  @Override
  public int read() throws IOException {
    return fill(1) == 0 ? -1 : buffer[position++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (fill(1) == 0) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }
}
