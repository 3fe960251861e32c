package farol.wire.packed;

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
    return new CountedStream(archive, count -> packed += count);
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
