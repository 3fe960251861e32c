package farol.wire.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;

/**
 * What stands behind an entry of a zip file whose size was not known before. It comes in four
 * forms, with and without a signature, with sizes of four and of eight bytes; nothing but what it
 * must say tells which one it is.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT">APPNOTE, 4.3.9</a>
 */
final class ZipDescriptor {
  private static final int SIGNATURE = 0x08074b50;
  private static final int LONGEST = 24;

  private ZipDescriptor() {}

  /** Takes the descriptor that says all this. */
  static void take(Source in, long crc, long packedSize, long size) throws IOException {
    takeIf(in, descriptor -> descriptor.isOf(packedSize) && descriptor.says(crc, size));
  }

  /** Takes the descriptor of an entry that was not read. */
  static void take(Source in, long packedSize) throws IOException {
    takeIf(in, descriptor -> descriptor.isOf(packedSize));
  }

  private static void takeIf(Source in, Predicate<Form> fits) throws IOException {
    byte[] bytes = in.peek(LONGEST);
    for (int start : new int[] {Integer.BYTES, 0}) {
      for (int width : new int[] {Integer.BYTES, Long.BYTES}) {
        Form form = new Form(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), start, width);
        if (form.isWhole() && fits.test(form)) {
          in.pass(form.length());
          return;
        }
      }
    }
    throw new BrokenException(
        bytes.length < LONGEST ? Fault.TRUNCATED : Fault.DAMAGED,
        "its size or CRC is not what is said behind it");
  }

  private record Form(ByteBuffer bytes, int start, int width) {
    int length() {
      return start + Integer.BYTES + 2 * width;
    }

    boolean isWhole() {
      return length() <= bytes.limit() && (start == 0 || bytes.getInt(0) == SIGNATURE);
    }

    boolean isOf(long packedSize) {
      return number(start + Integer.BYTES) == packedSize;
    }

    boolean says(long crc, long size) {
      return Integer.toUnsignedLong(bytes.getInt(start)) == crc
          && number(start + Integer.BYTES + width) == size;
    }

    private long number(int at) {
      return width == Long.BYTES ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
  }
}
