package farol.wire.packed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** Counts the bytes that are read of a stream. */
public final class CountedStream extends FilterInputStream {
  private final IntConsumer count;

  /**
   * Counts from here on.
   *
   * @param count is told how many more
   */
  public CountedStream(InputStream in, IntConsumer count) {
    super(in);
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count.accept(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count.accept(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long bytes) {
    throw new UnsupportedOperationException("what is skipped would not be counted");
  }
}
