package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.LookupOutcome.TemporaryFailure;
import farol.domain.lookup.MailExchanger;
import farol.domain.monitored.StoredDomains;
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

class PostureServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final TestClock clock = new TestClock(START);
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void hasSeenNothingBeforeTheFirstLook() {
    assertThat(current(Observed.MX)).isEmpty();
  }

  @Test
  void remembersWhatTheFirstLookFound() {
    see(new Found<>(List.of("v=TLSRPTv1; rua=mailto:a@example.com", "💥")));

    assertThat(history())
        .containsExactly("v=TLSRPTv1; rua=mailto:a@example.com\n💥 from day 0 to day 0, current");
  }

  @Test
  void extendsWhatStaysTheSame() {
    see(new Found<>(List.of("one")));
    clock.pass(DAY);
    see(new Found<>(List.of("one")));

    assertThat(history()).containsExactly("one from day 0 to day 1, current");
  }

  @Test
  void beginsAnewWithEveryChange() {
    see(new Found<>(List.of("one")));
    clock.pass(DAY);
    see(new Found<>(List.of("two")));
    clock.pass(DAY);
    see(new Found<>(List.of("one")));

    assertThat(history())
        .containsExactly(
            "one from day 0 to day 0, superseded",
            "two from day 1 to day 1, superseded",
            "one from day 2 to day 2, current");
    assertThat(current(Observed.TLSRPT_RECORD).orElseThrow().firstSeen())
        .isEqualTo(START.plus(DAY).plus(DAY));
  }

  @Test
  void keepsNoTokenAndStillSeesThatItChanged() {
    String address = "v=TLSRPTv1; rua=https://rpt.example.net/tls-rpt/ingest/";
    see(new Found<>(List.of(address + "abcdefghijklmnopqrstuvwxyz012345")));
    clock.pass(DAY);
    see(new Found<>(List.of(address + "abcdefghijklmnopqrstuvwxyz012345")));
    clock.pass(DAY);
    see(new Found<>(List.of(address + "abcdefghijklmnopqrstuvwxyz012346")));

    assertThat(history())
        .hasSize(2)
        .noneMatch(observed -> observed.contains("abcdefghijklmnopqrstuvwxyz"))
        .first()
        .isEqualTo(address + "{token 653bb124} from day 0 to day 1, superseded");
  }

  @Test
  void takesAbsenceForAChange() {
    see(new Found<>(List.of("one")));
    clock.pass(DAY);
    see(new Absent<>(Reason.NO_SUCH_NAME));
    clock.pass(DAY);
    see(new Absent<>(Reason.NO_SUCH_RECORD));

    assertThat(history())
        .containsExactly("one from day 0 to day 0, superseded", " from day 1 to day 2, current");
  }

  @Test
  void learnsNothingFromATemporaryFailure() {
    see(new TemporaryFailure<>("SERVFAIL"));
    assertThat(history()).isEmpty();

    see(new Found<>(List.of("one")));
    clock.pass(DAY);
    see(new TemporaryFailure<>("SERVFAIL"));
    assertThat(history()).containsExactly("one from day 0 to day 0, current");
  }

  @Test
  void looksAtEachThingByItself() {
    see(new Found<>(List.of("one")));
    DATABASE.run(
        entities ->
            service(entities)
                .observed(
                    domain,
                    Observed.MX,
                    new Found<>(List.of(new MailExchanger(10, "mx.example.com")))));

    assertThat(current(Observed.TLSRPT_RECORD).orElseThrow().value()).isEqualTo("one");
    assertThat(current(Observed.MX).orElseThrow().value()).contains("mx.example.com");
  }

  @Test
  void looksAtEachDomainByItself() {
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "example.net");
    see(new Found<>(List.of("one")));

    assertThat(
            DATABASE.<Optional<Observation>>call(
                entities -> service(entities).current(other, Observed.TLSRPT_RECORD)))
        .isEmpty();
  }

  private void see(LookupOutcome<String> answer) {
    DATABASE.run(entities -> service(entities).observed(domain, Observed.TLSRPT_RECORD, answer));
  }

  private Optional<Observation> current(Observed kind) {
    return DATABASE.call(entities -> service(entities).current(domain, kind));
  }

  /** All observations of the record, the first first. */
  private List<String> history() {
    return DATABASE
        .sql()
        .list(
            """
            select value || ' from day ' || extract(day from first_seen - ?::timestamptz) || ' to day '
              || extract(day from last_seen - ?::timestamptz)
              || case when superseded then ', superseded' else ', current' end
            from observation where domain_id = ? order by first_seen
            """,
            row -> row.getString(1),
            START.toString(),
            START.toString(),
            domain);
  }

  private PostureService service(EntityManager entities) {
    PostureService service = new PostureService();
    service.observations = new ObservationStore();
    service.observations.entities = entities;
    service.clock = clock;
    return service;
  }
}
