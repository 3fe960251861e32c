package farol.wire.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an entry of a zip file whose size was not known before. It comes in four
 * forms, with and without a signature, with sizes of four and of eight bytes; nothing but what it
 * must say, and that the next part of the file follows it, tells which one it is.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT">APPNOTE, 4.3.9</a>
 */
final class ZipDescriptor {
  static final int SIGNATURE = 0x08074b50;

  private static final int LONGEST = 24;

  /** How all that may follow begins. */
  private static final byte[] NEXT = {'P', 'K'};

  private ZipDescriptor() {}

  /** Takes the descriptor that says all this. */
  static void take(Source in, long crc, long packedSize, long size) throws IOException {
    takeIf(in, descriptor -> descriptor.isOf(packedSize) && descriptor.says(crc, size));
  }

  /** Takes the descriptor of an entry that was not read. */
  static void take(Source in, long packedSize) throws IOException {
    takeIf(in, descriptor -> descriptor.isOf(packedSize));
  }

  /** Whether so many stored bytes are all, as their descriptor comes next. */
  static boolean endsStored(Source in, long crc, long size) throws IOException {
    Form form =
        find(
            in,
            descriptor ->
                (descriptor.isSigned() || size == 0)
                    && descriptor.isFollowed()
                    && descriptor.isOf(size)
                    && descriptor.says(crc, size));
    return form != null;
  }

  private static void takeIf(Source in, Predicate<Form> fits) throws IOException {
    Form form = find(in, fits);
    if (form == null) {
      throw new BrokenException(
          in.peek(LONGEST).length < LONGEST ? Fault.TRUNCATED : Fault.DAMAGED,
          "its size or CRC is not what is said behind it");
    }
    in.pass(form.length());
  }

  /** The form that fits, if possible one behind which the file goes on; null where none does. */
  private static @Nullable Form find(Source in, Predicate<Form> fits) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(in.peek(LONGEST + NEXT.length)).order(ByteOrder.LITTLE_ENDIAN);
    Form found = null;
    for (int start : new int[] {Integer.BYTES, 0}) {
      for (int width : new int[] {Integer.BYTES, Long.BYTES}) {
        Form form = new Form(bytes, start, width);
        boolean better = found == null || !found.isFollowed();
        found = better && form.isWhole() && fits.test(form) ? form : found;
      }
    }
    return found;
  }

  private record Form(ByteBuffer bytes, int start, int width) {
    int length() {
      return start + Integer.BYTES + 2 * width;
    }

    boolean isWhole() {
      return length() <= bytes.limit() && (!isSigned() || bytes.getInt(0) == SIGNATURE);
    }

    boolean isSigned() {
      return start > 0;
    }

    /** Whether the next part of the file is behind it, or the end of all bytes. */
    boolean isFollowed() {
      boolean follows = true;
      for (int i = 0; i < NEXT.length && length() + i < bytes.limit(); i++) {
        follows &= bytes.get(length() + i) == NEXT[i];
      }
      return follows;
    }

    boolean isOf(long packedSize) {
      return isNumber(start + Integer.BYTES, packedSize);
    }

    boolean says(long crc, long size) {
      return bytes.getInt(start) == (int) crc && isNumber(start + Integer.BYTES + width, size);
    }

    /** Sizes beyond four bytes are written to four bytes, too, as far as they go in. */
    private boolean isNumber(int at, long expected) {
      return width == Long.BYTES
          ? bytes.getLong(at) == expected
          : bytes.getInt(at) == (int) expected;
    }
  }
}
