package farol.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What senders were answered. */
final class Answers {
  /** In the place of a status: the connection broke before there was one. */
  private static final int BROKEN = 0;

  private final SortedMap<Integer, Long> statuses = new TreeMap<>();
  private final Latencies latencies = new Latencies();
  private long connections;
  private long handshakes;
  private Duration time = Duration.ZERO;
  private Duration processor = Duration.ZERO;

  void answered(int status, long nanos) {
    statuses.merge(status, 1L, Long::sum);
    latencies.add(nanos);
  }

  void broken() {
    statuses.merge(BROKEN, 1L, Long::sum);
  }

  /**
   * Says of a connection how it began.
   *
   * @param inFull by a full TLS handshake; else an earlier session went on
   */
  void connected(boolean inFull) {
    connections++;
    handshakes += inFull ? 1 : 0;
  }

  /**
   * Says in which time they were given.
   *
   * @param used by all senders, of their processor
   */
  void took(Duration elapsed, Duration used) {
    time = time.plus(elapsed);
    processor = processor.plus(used);
  }

  /** Adds those of other senders, or of a later time. */
  void addAll(Answers others) {
    others.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    latencies.addAll(others.latencies);
    connections += others.connections;
    handshakes += others.handshakes;
    took(others.time, others.processor);
  }

  long count() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Answers a second, all of one status. */
  double rate(int status) {
    if (!statuses.keySet().equals(Set.of(status))) {
      throw new IllegalStateException("not all were answered " + status + ": " + this);
    }
    return count() / seconds();
  }

  Latencies latencies() {
    return latencies;
  }

  long connections() {
    return connections;
  }

  /** How many connections began by a full TLS handshake. */
  long handshakes() {
    return handshakes;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%8.0f/s ", count() / seconds()));
    for (Map.Entry<Integer, Long> status : statuses.entrySet()) {
      text.append(status.getKey() == BROKEN ? "broken" : status.getKey().toString())
          .append(" × ")
          .append(status.getValue())
          .append("  ");
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "p50 %.2f ms  p99 %.2f ms  longest %.0f ms  connections %d, full handshakes %d  sender %.0f µs",
                milliseconds(latencies.within(0.5)),
                milliseconds(latencies.within(0.99)),
                milliseconds(latencies.longest()),
                connections,
                handshakes,
                processor.toNanos() / 1e3 / count()))
        .toString();
  }

  static double milliseconds(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private double seconds() {
    return time.toNanos() / 1e9;
  }
}
