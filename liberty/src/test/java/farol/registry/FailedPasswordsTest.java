package farol.registry;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedPasswordsTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final FailedPasswords failures = new FailedPasswords(clock);

  @Test
  void areTwentyAtMostHoweverTheNameIsWritten() {
    fail(19);
    assertThat(failures.areTooMany("bob")).isFalse();

    failures.add("BOB");
    assertThat(failures.areTooMany("bob")).isTrue();
    assertThat(failures.areTooMany("ann")).isFalse();
  }

  @Test
  void areForgottenAfterAQuarterOfAnHour() {
    fail(20);
    clock.pass(Duration.ofMinutes(15).plusMillis(1));

    assertThat(failures.areTooMany("bob")).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      failures.add("bob");
    }
  }
}
