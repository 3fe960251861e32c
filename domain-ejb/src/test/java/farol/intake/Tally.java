package farol.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts outcomes, as the metrics do. */
final class Tally implements Consumer<Outcome> {
  private final Map<Outcome, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicInteger received = new AtomicInteger();

  void received() {
    received.incrementAndGet();
  }

  /** How many were received, whatever became of them. */
  int receivedSoFar() {
    return received.get();
  }

  @Override
  public void accept(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  Map<Outcome, Integer> counts() {
    return Map.copyOf(counts);
  }

  int sum() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
