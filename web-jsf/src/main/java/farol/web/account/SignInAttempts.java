package farol.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slows down who guesses passwords: 5 failed tries in 15 minutes for a user, 30 for an address.
 * Tries that are under way count as if they were to fail, and one too many waits for their end, so
 * that no more passwords are tried by trying them at once. What failed stays counted when the user
 * gets in: else a script that signs in again and again would let a stranger guess on. Kept in
 * memory, each node for itself; of users and of addresses, the latest 10,000 are remembered.
 */
@ApplicationScoped
public class SignInAttempts {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_OF_USER = 5;
  private static final int MOST_OF_ADDRESS = 30;
  private static final int LONGEST_NAME = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Map<String, Tries> users = new Latest();
  private final Map<String, Tries> addresses = new Latest();

  /** A try that may be made. Closed when its outcome is known; it has failed unless taken back. */
  public final class Attempt implements AutoCloseable {
    private final Tries ofUser;
    private final Tries ofAddress;
    private final Instant at;
    private boolean counts = true;

    private Attempt(Tries ofUser, Tries ofAddress, Instant at) {
      this.ofUser = ofUser;
      this.ofAddress = ofAddress;
      this.at = at;
    }

    /** It was no guess: the password was right, or nobody could tell. */
    public void takeBack() {
      counts = false;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        ofUser.end(counts, at);
        ofAddress.end(counts, at);
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** One more try; empty where it may not be made. */
  public Optional<Attempt> begin(String user, String address, Instant now) {
    String name = key(user);
    lock.lock();
    try {
      return awaitRoom(name, address, now.minus(PERIOD))
          ? Optional.of(begun(name, address, now))
          : Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitRoom(String name, String address, Instant oldest)
      throws InterruptedException {
    long patience = PATIENCE.toNanos();
    while (patience > 0) {
      Tries ofUser = users.getOrDefault(name, new Tries());
      Tries ofAddress = addresses.getOrDefault(address, new Tries());
      if (ofUser.failed(oldest) >= MOST_OF_USER || ofAddress.failed(oldest) >= MOST_OF_ADDRESS) {
        return false;
      }
      if (ofUser.all() < MOST_OF_USER && ofAddress.all() < MOST_OF_ADDRESS) {
        return true;
      }
      patience = ended.awaitNanos(patience);
    }
    return false;
  }

  /** Only a try that is made is remembered, so who has to wait makes nobody forgotten. */
  private Attempt begun(String name, String address, Instant now) {
    Tries ofUser = users.computeIfAbsent(name, unknown -> new Tries());
    Tries ofAddress = addresses.computeIfAbsent(address, unknown -> new Tries());
    ofUser.begin();
    ofAddress.begin();
    return new Attempt(ofUser, ofAddress, now);
  }

  /** However it is written, it is the same user. */
  private static String key(String user) {
    String name = user.strip().toLowerCase(Locale.ROOT);
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Of one user, or from one address. */
  private static final class Tries {
    private final Deque<Instant> failures = new ArrayDeque<>();
    private int underWay;

    int failed(Instant oldest) {
      while (!failures.isEmpty() && failures.getFirst().isBefore(oldest)) {
        failures.removeFirst();
      }
      return failures.size();
    }

    int all() {
      return failures.size() + underWay;
    }

    void begin() {
      underWay++;
    }

    void end(boolean failed, Instant at) {
      underWay--;
      if (failed) {
        failures.addLast(at);
      }
    }
  }

  /** Forgets whoever has not tried for longest. */
  private static final class Latest extends LinkedHashMap<String, Tries> {
    private static final int MOST = 10_000;
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
      return size() > MOST;
    }
  }
}
