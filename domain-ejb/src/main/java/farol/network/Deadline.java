package farol.network;

import java.time.Duration;

/** A moment after which nobody waits for an answer any more. */
public record Deadline(long nanoTime) {
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left; zero or negative once it has passed. */
  public Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  /** What is left, but no more than that, and at least a millisecond, as sockets want it. */
  public Duration left(Duration most) {
    Duration least = Duration.ofMillis(1);
    Duration left = left();
    if (left.compareTo(least) < 0) {
      return least;
    }
    return left.compareTo(most) > 0 ? most : left;
  }

  public boolean hasPassed() {
    return left().compareTo(Duration.ZERO) <= 0;
  }
}
