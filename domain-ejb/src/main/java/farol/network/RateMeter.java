package farol.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets so many of each kind pass in a period, which begins with the first that passes.
 *
 * <p>Kept in memory, each node for itself. Of very many kinds, those not seen for longest are
 * forgotten, and begin afresh.
 *
 * @param <K> what is told apart
 */
public final class RateMeter<K> {
  private static final int MOST_REMEMBERED = 200_000;

  private final long most;
  private final long period;
  private final LongSupplier nanoTime;
  private final Cache<K, Budget> budgets;

  /**
   * What is left of a period.
   *
   * @param end when the next may begin, on the meter's clock
   */
  private record Budget(long end, long left) {
    Budget less() {
      return new Budget(end, left - 1);
    }
  }

  /**
   * Starts with whole budgets.
   *
   * @param most how many may pass in a period
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public RateMeter(long most, Duration period, LongSupplier nanoTime) {
    this.most = most;
    this.period = period.toNanos();
    this.nanoTime = nanoTime;
    this.budgets =
        Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(period)
            .ticker(nanoTime::getAsLong)
            .build();
  }

  /** Takes one from the budget; when none is left, how long until there is. Always positive. */
  public Optional<Duration> take(K kind) {
    long now = nanoTime.getAsLong();
    Budget budget =
        budgets
            .asMap()
            .compute(
                kind,
                (key, before) ->
                    before == null || now - before.end() >= 0
                        ? new Budget(now + period, most - 1)
                        : before.left() < 0 ? before : before.less());
    return budget.left() < 0 ? Optional.of(Duration.ofNanos(budget.end() - now)) : Optional.empty();
  }
}
