package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeDaneLookup;
import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.FakePolicyFetch;
import farol.domain.lookup.FakeSmtpProbe;
import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.CheckOutcome;
import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.Directories;
import farol.domain.monitored.DomainServices;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.StoredDomains;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.DomainSurvey;
import farol.domain.survey.Observed;
import farol.settings.Settings;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecheckTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DomainName DOMAIN = DomainName.parse("example.com");

  /** DNS whose answers we make a mistake with. */
  private static final RecordLookup MISTAKEN =
      new RecordLookup() {
        @Override
        public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
          return CompletableFuture.failedStage(new IllegalStateException("a mistake"));
        }

        @Override
        public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
          return CompletableFuture.failedStage(new IllegalStateException("a mistake"));
        }

        @Override
        public CompletionStage<HostAddresses> addresses(DomainName host) {
          return CompletableFuture.failedStage(new IllegalStateException("a mistake"));
        }
      };

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final CollectorDirectory collectors = Directories.on(DATABASE.dataSource());
  private final FakeLookup dns = new FakeLookup();
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    StoredDomains.collector(DATABASE.sql(), domain);
    dns.putTxt("_tlsrpt-verify.example.com", "tlsrpt-verify=token");
    dns.putMx("example.com", new MailExchanger(10, "mx.example.com"));
  }

  @Test
  void takesInTheProofTheMailHostsAndAllThatIsPublished() {
    assertThat(recheck(dns)).isEqualTo(1);

    assertThat(watched().lastCheck().orElseThrow().outcome()).isEqualTo(CheckOutcome.PROVEN);
    assertThat(watched().mxHosts()).containsExactly("mx.example.com");
    assertThat(known().value(Aspect.of(Observed.MX))).contains("10 mx.example.com");
    assertThat(recheck(dns)).as("due").isZero();
  }

  @Test
  void takesAMistakeOfOursForNoAnswer() {
    var unused = recheck(dns);
    Known before = known();
    clock.pass(Duration.ofDays(1));
    assertThat(recheck(MISTAKEN)).isEqualTo(1);

    assertThat(known().sightings()).isEqualTo(before.sightings());
    assertThat(watched().isVerified()).isTrue();
    assertThat(watched().lastCheck().orElseThrow().outcome())
        .isEqualTo(CheckOutcome.TEMPORARY_FAILURE);
    clock.pass(Duration.ofHours(1));
    assertThat(recheck(dns)).as("due").isEqualTo(1);
  }

  /** What a run of the job does; how many were due. */
  private int recheck(RecordLookup asked) {
    return DATABASE.call(
        entities -> {
          Recheck recheck =
              PostureServices.recheck(
                  asked,
                  new DomainSurvey(
                      asked, new FakeDaneLookup(), new FakePolicyFetch(), new FakeSmtpProbe()),
                  domains(entities),
                  PostureServices.on(entities, clock));
          List<DueDomain> due = domains(entities).due(0, 10);
          recheck.takeIn(due.stream().map(recheck::ask).toList());
          return due.size();
        });
  }

  private MonitoredDomainService domains(EntityManager entities) {
    return DomainServices.on(entities, collectors, Settings.of(Map.of()), clock);
  }

  private MonitoredDomain watched() {
    long account = StoredDomains.account(DATABASE.sql(), "ann");
    return DATABASE.call(entities -> domains(entities).find(account, DOMAIN).orElseThrow());
  }

  private Known known() {
    return DATABASE.call(entities -> PostureServices.on(entities, clock).known(domain));
  }
}
