package farol.wire.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The block before an entry of a tar file.
 *
 * @see <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06">
 *     POSIX, ustar interchange format</a>
 */
final class TarHeader {
  static final int BLOCK = 512;

  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE = 12;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final byte[] USTAR = {'u', 's', 't', 'a', 'r', 0};
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;
  private static final int SPARSE_GOES_ON_AT = 482;

  private final byte[] block;

  /**
   * @param block of {@link #BLOCK} bytes, not changed
   */
  TarHeader(byte[] block) {
    this.block = block;
  }

  /** Whether it ends the archive. */
  boolean isEnd() {
    return Arrays.equals(block, new byte[BLOCK]);
  }

  /** Whether its checksum is right; old programs added signed bytes. */
  boolean isSound() {
    long signed = 0;
    long unsigned = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean ofChecksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM;
      signed += ofChecksum ? ' ' : block[i];
      unsigned += ofChecksum ? ' ' : block[i] & 0xff;
    }
    long said = octal(CHECKSUM_AT, CHECKSUM);
    return said == unsigned || said == signed;
  }

  char type() {
    return (char) (block[TYPE_AT] & 0xff);
  }

  /** For people. */
  String name() {
    boolean hasPrefix =
        Arrays.equals(block, MAGIC_AT, MAGIC_AT + USTAR.length, USTAR, 0, USTAR.length)
            && block[PREFIX_AT] != 0;
    return (hasPrefix ? text(PREFIX_AT, PREFIX) + '/' : "") + text(0, NAME);
  }

  /** Bytes of the entry; negative where the field holds no number. */
  long size() {
    return (block[SIZE_AT] & 0x80) == 0 ? octal(SIZE_AT, SIZE) : binary();
  }

  /** Whether more blocks about the holes of a sparse file follow. */
  boolean describesMoreHoles() {
    return block[SPARSE_GOES_ON_AT] != 0;
  }

  /** A number of up to eleven bytes, the highest first, behind the mark of the field. */
  private long binary() {
    long number = block[SIZE_AT] & 0x7f;
    for (int i = SIZE_AT + 1; i < SIZE_AT + SIZE; i++) {
      if (number >> (Long.SIZE - Byte.SIZE - 1) != 0) {
        return -1;
      }
      number = number << Byte.SIZE | (block[i] & 0xff);
    }
    return number;
  }

  private long octal(int at, int length) {
    String digits = text(at, length).strip();
    return digits.isEmpty() ? 0 : digits.matches("[0-7]+") ? Long.parseLong(digits, 8) : -1;
  }

  private String text(int at, int length) {
    int end = at;
    while (end < at + length && block[end] != 0) {
      end++;
    }
    return new String(block, at, end - at, UTF_8);
  }
}
