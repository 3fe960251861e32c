package farol.wire.packed;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one entry of a tar file, which are padded to whole blocks. */
final class TarEntryBytes extends InputStream {
  private final Source in;
  private final long padding;
  private long left;

  TarEntryBytes(Source in, long size) {
    this.in = in;
    this.left = size;
    this.padding = -size & (TarHeader.BLOCK - 1);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw Source.truncated();
    }
    left -= count;
    return count;
  }

  /** Goes to where the next header is. */
  void leave() throws IOException {
    in.pass(left);
    left = 0;
    in.pass(padding);
  }
}
