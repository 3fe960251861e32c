package farol.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import farol.web.account.SignInAttempts.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final SignInAttempts attempts = new SignInAttempts();

  @Test
  void sixthTryOfAUserHasToWait() {
    fail(5, "admin");

    assertThat(mayTry("admin", "192.0.2.9", NOW)).isFalse();
    assertThat(mayTry("maria", "192.0.2.9", NOW)).isTrue();
  }

  @Test
  void userIsTheSameHoweverTheNameIsWritten() {
    fail(2, "admin");
    fail(2, " Admin");
    fail(1, "ADMIN ");

    assertThat(mayTry("admin", "192.0.2.9", NOW)).isFalse();
  }

  @Test
  void waitingEndsAfterAQuarterOfAnHour() {
    fail(5, "admin");
    Instant later = NOW.plus(Duration.ofMinutes(15)).plusSeconds(1);

    assertThat(mayTry("admin", "192.0.2.1", later)).isTrue();
  }

  @Test
  void addressThatTriesManyUsersHasToWait() {
    for (int i = 0; i < 30; i++) {
      fail(1, "user" + i);
    }

    assertThat(mayTry("admin", "192.0.2.1", NOW)).isFalse();
    assertThat(mayTry("admin", "192.0.2.2", NOW)).isTrue();
  }

  @Test
  void whoGetsInDoesNotLetOthersGuessOn() {
    fail(4, "admin");
    assertThat(mayTry("admin", "192.0.2.1", NOW)).isTrue(); // and gets in
    fail(1, "admin");

    assertThat(mayTry("admin", "192.0.2.1", NOW)).isFalse();
  }

  @Test
  void gettingInAgainAndAgainIsNoGuessing() {
    for (int i = 0; i < 100; i++) {
      assertThat(mayTry("script", "192.0.2.1", NOW)).isTrue();
    }
  }

  @Test
  void whoHasToWaitMakesNobodyForgotten() {
    fail(5, "admin");
    for (int i = 0; i < 25; i++) {
      fail(1, "user" + i);
    }
    for (int i = 0; i < 20_000; i++) {
      assertThat(attempts.begin("other" + i, "192.0.2.1", NOW)).isEmpty();
    }

    assertThat(mayTry("admin", "192.0.2.9", NOW)).isFalse();
  }

  @Test
  void noMorePasswordsAreTriedByTryingThemAtOnce() {
    List<Attempt> underWay = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      underWay.add(attempts.begin("admin", "192.0.2.1", NOW).orElseThrow());
    }
    CompletableFuture<Boolean> sixth =
        CompletableFuture.supplyAsync(() -> mayTry("admin", "192.0.2.9", NOW));
    underWay.forEach(Attempt::close);

    assertThat(sixth.join()).isFalse();
  }

  @Test
  void triesAtOnceWithTheRightPasswordAllGetTheirTurn() {
    List<Attempt> underWay = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      underWay.add(attempts.begin("script", "192.0.2.1", NOW).orElseThrow());
    }
    CompletableFuture<Boolean> sixth =
        CompletableFuture.supplyAsync(() -> mayTry("script", "192.0.2.1", NOW));
    underWay.forEach(Attempt::takeBack);
    underWay.forEach(Attempt::close);

    assertThat(sixth.join()).isTrue();
  }

  private boolean mayTry(String user, String address, Instant now) {
    return attempts
        .begin(user, address, now)
        .map(
            attempt -> {
              attempt.takeBack();
              attempt.close();
              return true;
            })
        .orElse(false);
  }

  private void fail(int times, String user) {
    for (int i = 0; i < times; i++) {
      attempts.begin(user, "192.0.2.1", NOW).orElseThrow().close();
    }
  }
}
