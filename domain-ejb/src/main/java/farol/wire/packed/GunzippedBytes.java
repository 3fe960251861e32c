package farol.wire.packed;

import farol.wire.GzipStream;
import farol.wire.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is in a gzip file, on the archive's budget. */
public final class GunzippedBytes extends InputStream {
  private final GzipStream gzip;
  private final PackedBudget budget;
  private boolean inEnded;

  public GunzippedBytes(InputStream in, PackedBudget budget) {
    this.gzip = new GzipStream(noting(in));
    this.budget = budget;
  }

  /** Notes when there is no more, which the refusal of what is missing does not tell. */
  private InputStream noting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        inEnded = count < 0;
        return count;
      }
    };
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = gzip.read(target, offset, length);
      budget.useInflated(Math.max(0, count));
      return count;
    } catch (RefusedException e) {
      throw inEnded ? Source.truncated() : new BrokenException(Fault.DAMAGED, e.detail());
    }
  }

  @Override
  public void close() throws IOException {
    gzip.close();
  }
}
