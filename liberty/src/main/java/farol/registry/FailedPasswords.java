package farol.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses passwords where the server asks for them itself, as its batch API does: 20
 * wrong ones for a name in 15 minutes. The portal's own limit is lower and told apart by address,
 * so it is reached first. In memory; the latest 10,000 names are remembered.
 */
final class FailedPasswords {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final int MOST = 20;
  private static final int MOST_NAMES = 10_000;
  private static final int LONGEST_NAME = 100;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_NAMES;
        }
      };

  FailedPasswords(Clock clock) {
    this.clock = clock;
  }

  /** Whether no other password is tried for this name now. */
  synchronized boolean areTooMany(String name) {
    Deque<Instant> times = failures.get(key(name));
    Instant oldest = clock.instant().minus(PERIOD);
    while (times != null && !times.isEmpty() && times.getFirst().isBefore(oldest)) {
      times.removeFirst();
    }
    return times != null && times.size() >= MOST;
  }

  synchronized void add(String name) {
    failures.computeIfAbsent(key(name), unknown -> new ArrayDeque<>()).addLast(clock.instant());
  }

  private static String key(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return key.length() > LONGEST_NAME ? key.substring(0, LONGEST_NAME) : key;
  }
}
