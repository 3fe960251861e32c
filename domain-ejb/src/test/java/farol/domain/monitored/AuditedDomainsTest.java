package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.audit.AuditLogs;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.settings.Settings;
import farol.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a domain is written down, once. */
class AuditedDomainsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DomainName EXAMPLE = DomainName.parse("example.com");
  private static final LookupOutcome<String> NOTHING = new Absent<>(Reason.NO_SUCH_NAME);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final CollectorDirectory collectors = Directories.on(DATABASE.dataSource());
  private long account;

  @BeforeEach
  void add() {
    account = StoredDomains.account(DATABASE.sql(), "ann");
    call(domains -> domains.add(account, "example.com"));
  }

  @Test
  void fromItsClaimToItsEnd() {
    prove();
    prove();
    call(domains -> domains.rotateCollector(account, EXAMPLE));
    call(domains -> domains.delete(account, EXAMPLE));
    call(domains -> domains.delete(account, EXAMPLE));

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly(
            "Farol DOMAIN_ADDED example.com",
            "Farol DOMAIN_STATE_CHANGED example.com [pending] -> [verified]",
            "Farol COLLECTOR_ROTATED example.com",
            "Farol DOMAIN_DELETED example.com");
  }

  @Test
  void whenItIsSuspendedAndWhenItReturns() {
    prove();
    for (int day = 0; day <= 3; day++) {
      check(NOTHING);
      clock.pass(Duration.ofDays(1));
    }
    prove();

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .contains(
            "Farol DOMAIN_STATE_CHANGED example.com [verified] -> [suspended]",
            "Farol DOMAIN_STATE_CHANGED example.com [suspended] -> [verified]");
  }

  @Test
  void whenItsClaimExpires() {
    clock.pass(Duration.ofDays(8));
    check(NOTHING);

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly("Farol DOMAIN_ADDED example.com", "Farol DOMAIN_EXPIRED example.com");
  }

  private void prove() {
    check(new Found<>(List.of(find().orElseThrow().verificationRecord())));
  }

  private void check(LookupOutcome<String> answer) {
    long id = find().orElseThrow().id();
    call(domains -> domains.ownershipChecked(id, new OwnershipAnswer(answer, NOTHING)));
  }

  private Optional<MonitoredDomain> find() {
    return call(domains -> domains.find(account, EXAMPLE));
  }

  private <T> T call(Function<MonitoredDomainService, T> work) {
    return DATABASE.call(
        entities ->
            work.apply(DomainServices.on(entities, collectors, Settings.of(Map.of()), clock)));
  }
}
