package farol.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.audit.AuditLogs;
import farol.domain.monitored.StoredDomains;
import farol.domain.shared.TestClock;
import farol.domain.token.TokenRefusedException.Reason;
import farol.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final TestClock clock = new TestClock(NOON);
  private long account;

  @BeforeEach
  void addAccount() {
    account = StoredDomains.account(DATABASE.sql(), "ann");
  }

  @Test
  void areUsedByTheirSecretInTheirAccountOnly() {
    IssuedToken issued = create("backup", TokenScope.READ);

    ApiToken used = use(issued.secret()).orElseThrow();
    assertThat(used).isEqualTo(issued.token());
    assertThat(used.accountId()).isEqualTo(account);
    assertThat(used.scope()).isEqualTo(TokenScope.READ);
    assertThat(used.createdBy()).isEqualTo("ann");
    assertThat(used.expiresAt()).isEqualTo(NOON.plus(MONTH));
    assertThat(use(TokenSecret.random())).isEmpty();
  }

  @Test
  void areShownOnceAndNotKept() {
    IssuedToken issued = create("backup", TokenScope.READ);

    assertThat(issued.secret().value()).matches("farol_[A-Za-z0-9_-]{43}");
    assertThat(issued.secret()).hasToString("farol_…");
    assertThat(
            DATABASE.number(
                "select count(*) from api_token t where strpos(t::text, ?) > 0",
                issued.secret().value()))
        .isZero();
  }

  @Test
  void endWhenTheirTimeIsOver() {
    IssuedToken issued = create("backup", TokenScope.READ);

    clock.pass(MONTH.minusMillis(1));
    assertThat(use(issued.secret())).isPresent();
    clock.pass(Duration.ofMillis(1));
    assertThat(use(issued.secret())).isEmpty();
    assertThat(list()).containsExactly(issued.token());
  }

  @Test
  void endWhenTheyAreRevokedByTheirAccount() {
    IssuedToken issued = create("backup", TokenScope.READ);
    long other = StoredDomains.account(DATABASE.sql(), "bob");

    assertThat(revoke(other, issued)).isFalse();
    assertThat(use(issued.secret())).isPresent();
    assertThat(revoke(account, issued)).isTrue();
    assertThat(use(issued.secret())).isEmpty();
    assertThat(revoke(account, issued)).isFalse();
  }

  @Test
  void areRevokedOnceByTwoAtOnce() {
    IssuedToken issued = create("backup", TokenScope.READ);
    List<CompletableFuture<Boolean>> revoking =
        Stream.of(account, account)
            .map(mine -> CompletableFuture.supplyAsync(() -> revoke(mine, issued)))
            .toList();

    assertThat(revoking.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void sayWhenTheyWereUsedToTheMinute() {
    IssuedToken issued = create("backup", TokenScope.READ);
    assertThat(lastUse()).isEmpty();

    use(issued.secret());
    clock.pass(Duration.ofSeconds(59));
    use(issued.secret());
    assertThat(lastUse()).contains(NOON);

    clock.pass(Duration.ofSeconds(2));
    use(issued.secret());
    assertThat(lastUse()).contains(NOON.plusSeconds(61));
  }

  @Test
  void areWrittenDownWithoutTheirSecret() {
    IssuedToken issued = create("backup", TokenScope.WRITE);
    revoke(account, issued);

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly(
            "Farol TOKEN_CREATED backup [] -> [write, until 2026-12-24T12:00:00Z]",
            "Farol TOKEN_REVOKED backup");
  }

  @Test
  void haveNamesOfTheirOwn() {
    create("backup", TokenScope.READ);

    assertRefused(Reason.ALREADY_NAMED, () -> create(" backup ", TokenScope.WRITE));
  }

  @Test
  void areFiftyAtMost() {
    for (int i = 1; i <= 50; i++) {
      create("token " + i, TokenScope.READ);
    }

    assertRefused(Reason.TOKEN_LIMIT, () -> create("one more", TokenScope.READ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "\u0000"})
  void needAName(String name) {
    assertRefused(Reason.NOT_A_NAME, () -> create(name, TokenScope.READ));
  }

  @Test
  void liveADayToAYear() {
    assertThat(order("x".repeat(100), Duration.ofDays(1)).lifetime()).isEqualTo(Duration.ofDays(1));
    assertThat(order("x", Duration.ofDays(365)).name()).isEqualTo("x");
    assertRefused(Reason.BAD_LIFETIME, () -> order("x", Duration.ofDays(366)));
    assertRefused(Reason.BAD_LIFETIME, () -> order("x", Duration.ofHours(23)));
    assertRefused(Reason.NOT_A_NAME, () -> order("x".repeat(101), MONTH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "farol_", "farol_short", "FAROL_0123456789012345678901234567890123456789012"})
  void areNotWhatLooksOtherwise(String text) {
    assertThat(TokenSecret.parse(text)).isEmpty();
  }

  private static TokenOrder order(String name, Duration lifetime) {
    return new TokenOrder(name, TokenScope.READ, lifetime);
  }

  private IssuedToken create(String name, TokenScope scope) {
    return call(tokens -> tokens.create(account, "ann", new TokenOrder(name, scope, MONTH)));
  }

  private boolean revoke(long ofAccount, IssuedToken issued) {
    return call(tokens -> tokens.revoke(ofAccount, issued.token().id()));
  }

  private Optional<ApiToken> use(TokenSecret secret) {
    return call(tokens -> tokens.use(secret));
  }

  private List<ApiToken> list() {
    return call(tokens -> tokens.list(account));
  }

  private Optional<Instant> lastUse() {
    return list().get(0).lastUsedAt();
  }

  private static void assertRefused(Reason reason, Callable<?> order) {
    assertThatExceptionOfType(TokenRefusedException.class)
        .isThrownBy(order::call)
        .extracting(TokenRefusedException::reason)
        .isEqualTo(reason);
  }

  private <T> T call(Function<TokenService, T> work) {
    return DATABASE.call(
        entities -> {
          TokenService service = new TokenService();
          service.tokens = new TokenStore();
          service.tokens.entities = entities;
          service.audit = AuditLogs.on(entities, clock);
          service.clock = clock;
          return work.apply(service);
        });
  }
}
