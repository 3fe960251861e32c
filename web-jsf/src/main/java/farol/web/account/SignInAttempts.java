package farol.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: 5 failed tries in 15 minutes for a user, 30 for an address.
 * Kept in memory, each node for itself; only the latest 10,000 names and addresses are remembered.
 */
@ApplicationScoped
public class SignInAttempts {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final int MOST_OF_USER = 5;
  private static final int MOST_OF_ADDRESS = 30;
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** Whether one more try may be made. */
  public synchronized boolean mayTry(String user, String address, Instant now) {
    return recent(ofUser(user), now).size() < MOST_OF_USER
        && recent(ofAddress(address), now).size() < MOST_OF_ADDRESS;
  }

  public synchronized void failed(String user, String address, Instant now) {
    recent(ofUser(user), now).addLast(now);
    recent(ofAddress(address), now).addLast(now);
  }

  /** A user who got in starts afresh; the address does not, as others may guess from it. */
  public synchronized void succeeded(String user) {
    failures.remove(ofUser(user));
  }

  private Deque<Instant> recent(String key, Instant now) {
    Deque<Instant> times = failures.computeIfAbsent(key, unknown -> new ArrayDeque<>());
    Instant oldest = now.minus(PERIOD);
    while (!times.isEmpty() && times.peekFirst().isBefore(oldest)) {
      times.removeFirst();
    }
    return times;
  }

  private static String ofUser(String user) {
    return "user " + user;
  }

  private static String ofAddress(String address) {
    return "address " + address;
  }
}
