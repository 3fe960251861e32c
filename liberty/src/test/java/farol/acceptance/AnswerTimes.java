package farol.acceptance;

import java.time.Duration;
import java.util.List;

/** How long answers took: half of them no longer than the median, 99 of 100 no longer than p99. */
record AnswerTimes(Duration median, Duration p99, Duration slowest) {
  static AnswerTimes of(List<Answered> answers) {
    List<Duration> sorted = answers.stream().map(Answered::took).sorted().toList();
    int last = sorted.size() - 1;
    return new AnswerTimes(
        sorted.get(last / 2), sorted.get((int) Math.ceil(last * 0.99)), sorted.get(last));
  }

  @Override
  public String toString() {
    return "p50 %d ms, p99 %d ms, max %d ms"
        .formatted(median.toMillis(), p99.toMillis(), slowest.toMillis());
  }
}
