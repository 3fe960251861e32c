package farol.wire.packed;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that cannot be read. */
final class BrokenBytes extends InputStream {
  private final BrokenException why;

  BrokenBytes(BrokenException why) {
    this.why = why;
  }

  @Override
  public int read() throws IOException {
    throw why;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    throw why;
  }
}
