package farol.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Holds an import for the run that reads it, and tells that when to leave it: with each item and,
 * as it may be long from one item to the next, whatever is read. For one thread.
 */
final class Pulse {
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);

  private final Clock clock;
  private final BooleanSupplier hold;
  private Instant next = Instant.MIN;
  private boolean left;

  /** An import is not read on, for it was cancelled. */
  static final class LeftException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param hold holds it for some time; false where it is to be left
   */
  Pulse(Clock clock, BooleanSupplier hold) {
    this.clock = clock;
    this.hold = hold;
  }

  /** Holds it for some more time. */
  void beat() throws LeftException {
    Instant now = clock.instant();
    if (!left && !now.isBefore(next)) {
      next = now.plus(BETWEEN_BEATS);
      left = !hold.getAsBoolean();
    }
    if (left) {
      throw new LeftException();
    }
  }

  /** Bytes of it. */
  InputStream in(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public int read() throws IOException {
        beat();
        return super.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        beat();
        return super.read(target, offset, length);
      }
    };
  }
}
