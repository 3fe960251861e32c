package farol.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void jobThatTookAMomentMayRunAgainInTheNextMinute() {
    assertThat(Jobs.hasRested(START, START.plusSeconds(5), START.plusSeconds(60))).isTrue();
  }

  @Test
  void jobIsAtWorkForATenthOfTheTimeAtMost() {
    Instant end = START.plusSeconds(20);

    assertThat(Jobs.hasRested(START, end, START.plusSeconds(199))).isFalse();
    assertThat(Jobs.hasRested(START, end, START.plusSeconds(200))).isTrue();
  }
}
