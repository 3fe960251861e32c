package farol.wire.packed;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The directory at the end of a zip file, of which only the number of entries matters.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT">APPNOTE, 4.3.12</a>
 */
final class ZipDirectory {
  private static final int LISTED = 0x02014b50;
  private static final int SIGNED = 0x05054b50;
  private static final int END64 = 0x06064b50;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int END = 0x06054b50;

  private final Source in;
  private long listed;

  ZipDirectory(Source in) {
    this.in = in;
  }

  /**
   * Reads it to its end.
   *
   * @param first the signature with which it begins, already taken
   */
  void requireEntries(int first, long found) throws IOException {
    int signature = first;
    while (signature != END) {
      passRecord(signature);
      signature = in.take(Integer.BYTES).getInt();
    }
    ByteBuffer end = in.take(18);
    in.pass(end.getShort(16) & 0xffff);
    if (listed != found) {
      throw new BrokenException(
          Fault.DAMAGED,
          "its directory must list the entries that were found, %d, but lists %d"
              .formatted(found, listed));
    }
  }

  private void passRecord(int signature) throws IOException {
    switch (signature) {
      case LISTED -> {
        listed++;
        ByteBuffer fixed = in.take(42);
        in.pass(unsigned(fixed, 24));
        in.pass(unsigned(fixed, 26));
        in.pass(unsigned(fixed, 28));
      }
      case SIGNED -> in.pass(in.take(2).getShort() & 0xffff);
      case END64 -> in.pass(Math.max(0, in.take(Long.BYTES).getLong()));
      case LOCATOR64 -> in.pass(16);
      default ->
          throw new BrokenException(
              Fault.DAMAGED, "neither an entry nor the directory begins where one should");
    }
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }
}
