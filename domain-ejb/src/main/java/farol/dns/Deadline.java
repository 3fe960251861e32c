package farol.dns;

import java.time.Duration;

/** A moment after which nobody waits for an answer any more. */
record Deadline(long nanoTime) {
  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left; zero or negative once it has passed. */
  Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  boolean hasPassed() {
    return left().compareTo(Duration.ZERO) <= 0;
  }
}
