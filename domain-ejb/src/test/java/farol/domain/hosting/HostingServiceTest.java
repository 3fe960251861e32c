package farol.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.audit.AuditLogs;
import farol.domain.hosting.Decision.Outcome;
import farol.domain.monitored.StoredDomains;
import farol.domain.published.Finding;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostingServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DomainName NAME = DomainName.parse("example.com");
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private final TestClock clock = new TestClock(START);
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void servesNothingAtFirst() {
    assertThat(served()).isEmpty();
    assertThat(policies().current()).isEmpty();
  }

  @Test
  void servesWhatIsHosted() {
    host(policy(Mode.TESTING));

    assertThat(served()).contains(policy(Mode.TESTING));
  }

  @Test
  void makesANewIdWithEveryChangeAndWithNothingElse() {
    String first = host(policy(Mode.TESTING));
    clock.pass(Duration.ofSeconds(1));
    assertThat(host(policy(Mode.TESTING))).isEqualTo(first).isEqualTo("20261124100000000");

    String second = host(policy(Mode.ENFORCE));
    assertThat(second).isNotEqualTo(first);
    clock.pass(Duration.ofMillis(1));
    assertThat(host(policy(Mode.TESTING))).isNotIn(first, second);
    assertThat(served()).contains(policy(Mode.TESTING));
  }

  @Test
  void remembersHowLongOlderVersionsAreHeld() {
    host(policy(Mode.TESTING));
    clock.pass(Duration.ofDays(1));
    host(policy(Mode.ENFORCE));

    Instant changed = START.plus(Duration.ofDays(1));
    assertThat(policies().versions()).hasSize(2);
    assertThat(policies().olderHeldUntil(changed)).contains(changed.plus(WEEK));
    assertThat(policies().olderHeldUntil(changed.plus(WEEK))).isEmpty();
  }

  @Test
  void servesNothingOnceItIsStopped() {
    host(policy(Mode.TESTING));
    stop();

    assertThat(served()).isEmpty();
    assertThat(policies().versions()).hasSize(1);
  }

  @Test
  void servesForADomainThatIsSuspendedUntilAnotherIsVerified() {
    host(policy(Mode.TESTING));
    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED' where id = ?", domain);
    assertThat(served()).contains(policy(Mode.TESTING));

    clock.pass(Duration.ofDays(1));
    domain = StoredDomains.verified(DATABASE.sql(), "ben", "example.com");
    assertThat(served()).contains(policy(Mode.TESTING));
    host(policy(Mode.ENFORCE));
    assertThat(served()).contains(policy(Mode.ENFORCE));
  }

  @Test
  void servesNothingForADomainThatIsNotVerified() {
    host(policy(Mode.TESTING));
    DATABASE.sql().update("update monitored_domain set state = 'PENDING' where id = ?", domain);

    assertThat(served()).isEmpty();
  }

  private static MtaStsPolicy policy(Mode mode) {
    return new MtaStsPolicy(mode, WEEK, List.of(new MxPattern("mx.example.com")));
  }

  @Test
  void makesANewIdWhateverTheClockSays() {
    String first = host(policy(Mode.TESTING));
    String second = host(policy(Mode.ENFORCE));
    clock.pass(Duration.ofHours(-1));
    String third = host(policy(Mode.NONE));

    assertThat(List.of(first, second, third))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Za-z0-9]{1,32}"));
    assertThat(served()).contains(policy(Mode.NONE));
  }

  @Test
  void makesChangesOfTheSameMomentOneAfterTheOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Decision>> changes =
          IntStream.range(0, 24)
              .mapToObj(
                  number ->
                      (Callable<Decision>) () -> change(policy(Duration.ofDays(number)), true))
              .toList();
      for (Future<Decision> change : threads.invokeAll(changes)) {
        assertThat(change.get().outcome()).isEqualTo(Outcome.MADE);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(policies().versions()).hasSize(24);
    assertThat(policies().versions().stream().map(HostedPolicy::record)).doesNotHaveDuplicates();
    assertThat(policies().versions().stream().filter(version -> version.endedAt().isEmpty()))
        .hasSize(1);
  }

  @Test
  void doesNotMakeWhatMustBeMeantAndIsNot() {
    see("mx.example.com", "b.example.com");

    Decision refused = change(policy(Mode.ENFORCE), false);
    assertThat(refused.outcome()).isEqualTo(Outcome.UNCONFIRMED);
    assertThat(refused.findings()).extracting(Finding::code).contains("MX_LOCKED_OUT");
    assertThat(served()).isEmpty();
    assertThat(change(policy(Mode.ENFORCE), true).outcome()).isEqualTo(Outcome.MADE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update monitored_domain set state = 'PENDING'",
        "update monitored_domain set state = 'SUSPENDED'",
        "update monitored_domain set demo = true",
        "delete from monitored_domain"
      })
  void changesNothingOfADomainThatNobodyHasProven(String statement) {
    host(policy(Mode.TESTING));
    DATABASE.sql().update(statement);

    assertThat(change(policy(Mode.ENFORCE), true).outcome()).isEqualTo(Outcome.UNPROVEN);
    assertThat(change(null, true).outcome()).isEqualTo(Outcome.UNPROVEN);
    assertThat(policies().versions()).hasSizeLessThan(2);
  }

  @Test
  void servesNothingOfADomainThatIsDeleted() {
    host(policy(Mode.TESTING));
    DATABASE.sql().update("delete from monitored_domain where id = ?", domain);

    assertThat(served()).isEmpty();
  }

  @Test
  void namesTheDomainsOfAnAccountThatHaveOne() {
    host(policy(Mode.TESTING));
    StoredDomains.verified(DATABASE.sql(), "ann", "example.net");
    long account = StoredDomains.account(DATABASE.sql(), "ann");

    assertThat(names(account)).containsExactly(NAME);
    assertThat(names(StoredDomains.account(DATABASE.sql(), "ben"))).isEmpty();
    stop();
    assertThat(names(account)).isEmpty();
  }

  @Test
  void writesDownWhatIsServedInsteadOfWhat() {
    host(policy(WEEK));
    host(policy(WEEK));
    stop();

    String text = policy(WEEK).text();
    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly(
            "Farol POLICY_CHANGED " + NAME + " [] -> [" + text + "]",
            "Farol POLICY_CHANGED " + NAME + " [" + text + "] -> []");
  }

  private List<DomainName> names(long account) {
    return DATABASE.call(entities -> service(entities).names(account));
  }

  private void see(String... hosts) {
    DATABASE
        .sql()
        .update(
            "update monitored_domain set mx_hosts = string_to_array(?, ' ') where id = ?",
            String.join(" ", hosts),
            domain);
  }

  private static MtaStsPolicy policy(Duration maxAge) {
    return new MtaStsPolicy(Mode.TESTING, maxAge, List.of(new MxPattern("mx.example.com")));
  }

  private String host(MtaStsPolicy policy) {
    assertThat(change(policy, true).outcome()).isEqualTo(Outcome.MADE);
    return policies().current().orElseThrow().record().id();
  }

  private void stop() {
    assertThat(change(null, true).outcome()).isEqualTo(Outcome.MADE);
  }

  private Decision change(@Nullable MtaStsPolicy draft, boolean confirmed) {
    return DATABASE.call(entities -> service(entities).change(domain, draft, confirmed));
  }

  private HostedPolicies policies() {
    return DATABASE.call(entities -> service(entities).of(domain));
  }

  private Optional<MtaStsPolicy> served() {
    return DATABASE.call(entities -> service(entities).served(NAME).map(HostedPolicy::policy));
  }

  private HostingService service(EntityManager entities) {
    return HostedVersions.service(entities, clock);
  }
}
