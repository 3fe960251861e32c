package farol.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateMeterTest {
  private static final int MOST = 60;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final RateMeter<String> meter = new RateMeter<>(MOST, Duration.ofMinutes(1), now::get);

  @Test
  void letsItsNumberPassAndNotOneMore() {
    assertThat(taken("a", MOST)).isEqualTo(MOST);
    assertThat(meter.take("a")).contains(Duration.ofMinutes(1));
  }

  @Test
  void saysHowLongIsLeftOfThePeriodThatBeganWithTheFirst() {
    taken("a", 1);
    pass(Duration.ofSeconds(40));
    assertThat(taken("a", MOST)).isEqualTo(MOST - 1);

    pass(Duration.ofMillis(500));
    assertThat(meter.take("a")).contains(Duration.ofMillis(19_500));
  }

  @Test
  void refusalsDoNotProlongIt() {
    taken("a", MOST);
    pass(Duration.ofSeconds(59));
    taken("a", 1_000);

    pass(Duration.ofSeconds(1));
    assertThat(meter.take("a")).isEmpty();
  }

  @Test
  void isWholeAgainAfterThePeriod() {
    taken("a", MOST);

    pass(Duration.ofMinutes(1));
    assertThat(taken("a", 2 * MOST)).isEqualTo(MOST);
  }

  @Test
  void savesNothingForLater() {
    taken("a", 1);

    pass(Duration.ofHours(5));
    assertThat(taken("a", 2 * MOST)).isEqualTo(MOST);
  }

  @Test
  void oneTakesNothingFromAnother() {
    taken("a", MOST + 5);

    assertThat(taken("b", MOST)).isEqualTo(MOST);
  }

  private long taken(String kind, int tries) {
    return IntStream.range(0, tries)
        .mapToObj(i -> meter.take(kind))
        .filter(Optional::isEmpty)
        .count();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
