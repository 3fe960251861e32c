package farol.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

  private String host(MtaStsPolicy policy) {
    return DATABASE.call(entities -> service(entities).host(domain, policy).record().id());
  }

  private void stop() {
    DATABASE.run(entities -> service(entities).stop(domain));
  }

  private HostedPolicies policies() {
    return DATABASE.call(entities -> service(entities).of(domain));
  }

  private Optional<MtaStsPolicy> served() {
    return DATABASE.call(entities -> service(entities).served(NAME).map(HostedPolicy::policy));
  }

  private HostingService service(EntityManager entities) {
    HostingService service = new HostingService();
    service.policies = new PolicyStore();
    service.policies.entities = entities;
    service.clock = clock;
    return service;
  }
}
