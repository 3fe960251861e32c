package farol.wire.packed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What is left of an archive's limits while it is read; once exceeded, always exceeded. */
public final class PackedBudget {
  private final PackedLimits limits;
  private long entries;
  private long packed;
  private long inflated;
  private @Nullable BrokenException exceeded;

  public PackedBudget(PackedLimits limits) {
    this.limits = limits;
  }

  PackedLimits limits() {
    return limits;
  }

  /** Counts what the archive itself takes. */
  public InputStream counting(InputStream archive) {
    return new FilterInputStream(archive) {
      @Override
      public int read() throws IOException {
        int octet = super.read();
        packed += octet < 0 ? 0 : 1;
        return octet;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        packed += Math.max(0, count);
        return count;
      }

      @Override
      public long skip(long count) {
        throw new UnsupportedOperationException("what is skipped would not be counted");
      }
    };
  }

  /** One more entry, of whatever kind. */
  public void useEntry() throws BrokenException {
    if (++entries > limits.entries()) {
      exceed(
          Fault.TOO_MANY_ENTRIES, "an archive may have at most " + limits.entries() + " entries");
    }
    check();
  }

  /** So many more bytes that were inflated. */
  void useInflated(int count) throws BrokenException {
    inflated += count;
    if ((inflated - limits.inflatedFreely()) / limits.inflatedTimes() > packed) {
      exceed(
          Fault.EXPANDS_TOO_MUCH,
          "an archive may inflate to at most %d times its size beyond %d bytes, got %d of %d"
              .formatted(limits.inflatedTimes(), limits.inflatedFreely(), inflated, packed));
    }
    check();
  }

  private void exceed(Fault fault, String detail) {
    if (exceeded == null) {
      exceeded = new BrokenException(fault, detail);
    }
  }

  private void check() throws BrokenException {
    if (exceeded != null) {
      throw exceeded;
    }
  }
}
