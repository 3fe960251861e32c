package farol.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final SignInAttempts attempts = new SignInAttempts();

  @Test
  void sixthTryOfAUserHasToWait() {
    fail(5, "admin");

    assertThat(attempts.mayTry("admin", "192.0.2.9", NOW)).isFalse();
    assertThat(attempts.mayTry("maria", "192.0.2.9", NOW)).isTrue();
  }

  @Test
  void waitingEndsAfterAQuarterOfAnHour() {
    fail(5, "admin");
    Instant later = NOW.plus(Duration.ofMinutes(15)).plusSeconds(1);

    assertThat(attempts.mayTry("admin", "192.0.2.1", later)).isTrue();
  }

  @Test
  void addressThatTriesManyUsersHasToWait() {
    for (int i = 0; i < 30; i++) {
      attempts.failed("user" + i, "192.0.2.1", NOW);
    }

    assertThat(attempts.mayTry("admin", "192.0.2.1", NOW)).isFalse();
    assertThat(attempts.mayTry("admin", "192.0.2.2", NOW)).isTrue();
  }

  @Test
  void userWhoGotInStartsAfresh() {
    fail(4, "admin");
    attempts.succeeded("admin");
    fail(4, "admin");

    assertThat(attempts.mayTry("admin", "192.0.2.1", NOW)).isTrue();
  }

  private void fail(int times, String user) {
    for (int i = 0; i < times; i++) {
      attempts.failed(user, "192.0.2.1", NOW);
    }
  }
}
