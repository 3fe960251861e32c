package farol.wire;

import java.io.IOException;
import java.util.zip.CRC32;

/**
 * Reads past the header of a gzip member, which may carry an extra field, a name and a comment.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3">RFC 1952, section 2.3</a>
 */
final class GzipHeader {
  static final int FIRST_BYTE = 0x1f;
  static final int SECOND_BYTE = 0x8b;

  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0b1110_0000;
  private static final int TIME_AND_SYSTEM_BYTES = 6;

  private final ByteSource source;
  private final CRC32 crc = new CRC32();

  GzipHeader(ByteSource source) {
    this.source = source;
  }

  /** Reads past the header, or returns false where the next two bytes begin no gzip member. */
  boolean skip() throws IOException {
    if (next() != FIRST_BYTE || source.isExhausted() || next() != SECOND_BYTE) {
      return false;
    }
    require(next() == DEFLATE, "the compression method of a gzip member must be 8");
    int flags = next();
    require((flags & RESERVED) == 0, "reserved flags of a gzip member must be 0");
    skip(TIME_AND_SYSTEM_BYTES);
    skipOptionalFields(flags);
    return true;
  }

  private void skipOptionalFields(int flags) throws IOException {
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      int expected = (int) crc.getValue() & 0xffff;
      require(source.nextShort() == expected, "the CRC of a gzip header is wrong");
    }
  }

  private void skipText() throws IOException {
    int character;
    do {
      character = next();
    } while (character != 0);
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    int octet = source.next();
    crc.update(octet);
    return octet;
  }

  private static void require(boolean met, String rule) throws RefusedException {
    if (!met) {
      throw new RefusedException(RefusalCode.BAD_GZIP, rule);
    }
  }
}
