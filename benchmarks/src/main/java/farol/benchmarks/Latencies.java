package farol.benchmarks;

import java.time.Duration;

/** How long answers took: any number of them in little space, each to the nearest hundredth. */
final class Latencies {
  private static final double STEPS = 50; // each 2 hundredths longer than the one before
  private static final int MOST_STEPS = (int) (STEPS * Math.log(0x1p63)) + 1;

  private final long[] counts = new long[MOST_STEPS];
  private long total;
  private long sum;
  private long longest;

  void add(long nanos) {
    counts[step(nanos)]++;
    total++;
    sum += nanos;
    longest = Math.max(longest, nanos);
  }

  void addAll(Latencies others) {
    for (int step = 0; step < counts.length; step++) {
      counts[step] += others.counts[step];
    }
    total += others.total;
    sum += others.sum;
    longest = Math.max(longest, others.longest);
  }

  /**
   * Within which so many of them were answered.
   *
   * @param part from 0 to 1
   */
  Duration within(double part) {
    long rank = (long) Math.ceil(part * total);
    long seen = 0;
    int step = -1;
    while (seen < rank) {
      seen += counts[++step];
    }
    return Duration.ofNanos(step < 0 ? 0 : Math.round(Math.exp(step / STEPS)));
  }

  Duration mean() {
    return Duration.ofNanos(total == 0 ? 0 : sum / total);
  }

  Duration longest() {
    return Duration.ofNanos(longest);
  }

  private static int step(long nanos) {
    return (int) Math.round(STEPS * Math.log((double) Math.max(1, nanos)));
  }
}
