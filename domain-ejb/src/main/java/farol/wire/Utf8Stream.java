package farol.wire;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes bytes on and refuses what is not UTF-8. The JSON parser is laxer: it takes surrogates and
 * needlessly long forms, by which the same text could be written in two ways.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629, section 4</a>
 */
final class Utf8Stream extends InputStream {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final int LEAST = 0x80;
  private static final int MOST = 0xbf;
  private static final int BLOCK = 8192;

  private final InputStream in;
  private boolean broken;
  private int missing; // bytes of a character that is not complete
  private int least = LEAST; // what the next of them must be at least
  private int most = MOST; // and at most

  Utf8Stream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = readUnchecked(target, offset, length);
    requireUtf8();
    return count;
  }

  /** Reads to the end, keeping nothing. What is wrong below comes before what is wrong here. */
  void drain() throws IOException {
    byte[] block = new byte[BLOCK];
    int count;
    do {
      count = readUnchecked(block, 0, BLOCK);
    } while (count >= 0);
    requireUtf8();
  }

  private int readUnchecked(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count < 0) {
      broken |= missing > 0;
    }
    int end = offset + count;
    for (int i = skipAscii(target, offset, end); i < end; i = skipAscii(target, i, end)) {
      take(target[i++] & 0xff);
    }
    return count;
  }

  private void requireUtf8() throws RefusedException {
    if (broken) {
      throw new RefusedException(RefusalCode.BAD_UTF8, "the body must be UTF-8 (RFC 8259)");
    }
  }

  /** Eight at a time, as nearly all of a report is ASCII. */
  private int skipAscii(byte[] bytes, int from, int end) {
    if (missing > 0) {
      return from;
    }
    int i = from;
    while (i + Long.BYTES <= end && ((long) LONG.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < end && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private void take(int octet) {
    if (missing == 0) {
      begin(octet);
      return;
    }
    broken |= octet < least || octet > most;
    missing--;
    least = LEAST;
    most = MOST;
  }

  private void begin(int octet) {
    broken |= octet < 0xc2 || octet > 0xf4;
    if (octet < 0xe0) {
      missing = 1;
    } else if (octet < 0xf0) {
      missing = 2;
      least = octet == 0xe0 ? 0xa0 : LEAST;
      most = octet == 0xed ? 0x9f : MOST;
    } else {
      missing = 3;
      least = octet == 0xf0 ? 0x90 : LEAST;
      most = octet == 0xf4 ? 0x8f : MOST;
    }
  }
}
