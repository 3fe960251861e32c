package farol.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates one gzip layer. Unlike {@link java.util.zip.GZIPInputStream} it counts members and
 * bytes, loops where that recurses, and refuses whatever follows the last member. Its end is
 * reached only when every checksum was right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
public final class GzipStream extends InputStream {
  private static final long UNSIGNED_INT = 0xffff_ffffL;

  private final ByteSource source;
  private final Allowance members;
  private final Allowance decodedBytes;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean begun;
  private boolean inMember;
  private @Nullable RefusedException refusal;

  /**
   * Inflates as many members and bytes as there are; whoever reads them counts.
   *
   * @param in whose failures pass through; all else that is wrong is a {@link RefusedException}
   */
  public GzipStream(InputStream in) {
    this(
        new ByteSource(in),
        Integer.MAX_VALUE,
        new Allowance(Long.MAX_VALUE - 1, "bytes when inflated", RefusalCode.DECODED_TOO_LARGE));
  }

  /**
   * @param decodedBytes shared by all layers of a body
   */
  GzipStream(ByteSource source, int members, Allowance decodedBytes) {
    this.source = source;
    this.members = new Allowance(members, "gzip members", RefusalCode.BAD_GZIP);
    this.decodedBytes = decodedBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Once refused, always refused, and for the same reason. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (refusal != null) {
      throw refusal;
    }
    try {
      return length == 0 ? 0 : readSome(target, offset, length);
    } catch (RefusedException e) {
      refusal = e;
      throw e;
    }
  }

  private int readSome(byte[] target, int offset, int length) throws IOException {
    int room = (int) Math.min(length, decodedBytes.beyond());
    while (inMember || beginMember()) {
      int count = inflate(target, offset, room);
      crc.update(target, offset, count);
      decodedBytes.use(count);
      if (inflater.finished()) {
        endMember();
      }
      if (count > 0) {
        return count;
      }
    }
    return -1;
  }

  private boolean beginMember() throws IOException {
    if (begun && source.isExhausted()) {
      return false;
    }
    if (!new GzipHeader(source).skip()) {
      throw new RefusedException(
          RefusalCode.TRAILING_DATA, "nothing but gzip members may follow a gzip member");
    }
    members.use(1);
    inflater.reset();
    crc.reset();
    begun = true;
    inMember = true;
    return true;
  }

  private int inflate(byte[] target, int offset, int room) throws IOException {
    if (inflater.needsInput()) {
      source.feed(inflater);
    }
    try {
      return inflater.inflate(target, offset, room);
    } catch (DataFormatException e) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "compressed data is damaged");
    }
  }

  private void endMember() throws IOException {
    source.takeBack(inflater.getRemaining());
    if (source.nextInt() != crc.getValue()) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "the CRC of a gzip member is wrong");
    }
    if (source.nextInt() != (inflater.getBytesWritten() & UNSIGNED_INT)) {
      throw new RefusedException(RefusalCode.BAD_GZIP, "the length of a gzip member is wrong");
    }
    inMember = false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }
}
