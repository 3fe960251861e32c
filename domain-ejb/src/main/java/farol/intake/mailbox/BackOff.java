package farol.intake.mailbox;

import java.time.Duration;

/** How long a mailbox in trouble is left in peace. */
final class BackOff {
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private BackOff() {}

  /** A minute after the first failure, twice as long after each one more, an hour at most. */
  static Duration after(int failures) {
    return failures > MOST_DOUBLINGS ? LONGEST : Duration.ofMinutes(1L << (failures - 1));
  }
}
