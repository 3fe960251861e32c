package farol.wire.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an entry of a zip file.
 *
 * @param name for people; older archives do not say which charset it is in
 * @param nameBytes how long it is there
 * @param crc of the bytes; unknown with a descriptor
 * @param packedSize bytes that follow; unknown with a descriptor, which may stand here as 0
 * @param size of the bytes when inflated; unknown with a descriptor
 * @see <a href="https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT">APPNOTE, 4.3.7</a>
 */
record ZipHeader(
    String name, int nameBytes, int flags, int method, long crc, long packedSize, long size) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int ENCRYPTED = 1;
  private static final int DESCRIPTOR = 1 << 3;
  private static final int MASKED = 1 << 13;
  private static final int BYTES = 26;
  private static final int ZIP64 = 1;
  private static final long UNSIGNED_INT = 0xffff_ffffL;

  /** The header behind its signature. */
  static ZipHeader read(Source in) throws IOException {
    ByteBuffer fixed = in.take(BYTES);
    int flags = fixed.getShort(2);
    int method = fixed.getShort(4) & 0xffff;
    long crc = fixed.getInt(10) & UNSIGNED_INT;
    long packedSize = fixed.getInt(14) & UNSIGNED_INT;
    long size = fixed.getInt(18) & UNSIGNED_INT;
    int extraBytes = fixed.getShort(24) & 0xffff;
    byte[] name = in.take(fixed.getShort(22) & 0xffff).array();
    ByteBuffer large = zip64(in.take(extraBytes));
    boolean isLarge = packedSize == UNSIGNED_INT || size == UNSIGNED_INT;
    if (isLarge && large != null && large.remaining() >= 2 * Long.BYTES) {
      size = large.getLong();
      packedSize = large.getLong();
    }
    if (packedSize < 0 || size < 0) {
      throw new BrokenException(Fault.DAMAGED, "an entry of a zip file must not be so large");
    }
    return new ZipHeader(
        new String(name, StandardCharsets.UTF_8),
        name.length,
        flags,
        method,
        crc,
        packedSize,
        size);
  }

  boolean isFolder() {
    return name.endsWith("/");
  }

  /** Whether sizes and checksum follow the bytes. */
  boolean hasDescriptor() {
    return (flags & DESCRIPTOR) != 0;
  }

  /** Why the entry cannot be read; null where it can. */
  @Nullable BrokenException refusal() {
    if ((flags & (ENCRYPTED | MASKED)) != 0) {
      return new BrokenException(Fault.ENCRYPTED, "it is encrypted");
    }
    return method == STORED || method == DEFLATED
        ? null
        : new BrokenException(
            Fault.UNSUPPORTED, "its method must be 0 or 8 (deflated), got " + method);
  }

  /** The extra field with the sizes that need more than four bytes; null where there is none. */
  private static @Nullable ByteBuffer zip64(ByteBuffer extra) {
    while (extra.remaining() >= 2 * Short.BYTES) {
      int id = extra.getShort() & 0xffff;
      int length = Math.min(extra.getShort() & 0xffff, extra.remaining());
      if (id == ZIP64) {
        return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      }
      extra.position(extra.position() + length);
    }
    return null;
  }
}
