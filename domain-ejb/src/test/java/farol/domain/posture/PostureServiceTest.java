package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.hosting.HostedVersions;
import farol.domain.monitored.StoredDomains;
import farol.domain.published.CertificateFacts;
import farol.domain.published.CertificateOrder;
import farol.domain.published.MtaStsPolicy;
import farol.domain.shared.DayRange;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostureServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static final Aspect RECORD = Aspect.of(Observed.TLSRPT_RECORD);
  private static final Aspect FIRST_SERVER =
      new Aspect(Observed.MAIL_SERVER, "mx.example.com 192.0.2.1");
  private static final Aspect SECOND_SERVER =
      new Aspect(Observed.MAIL_SERVER, "mx.example.com 192.0.2.2");

  private final TestClock clock = new TestClock(START);
  private long domain;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void hasSeenNothingBeforeTheFirstLook() {
    assertThat(current()).isEmpty();
    assertThat(changes(0, 10, 0)).isEmpty();
  }

  @Test
  void remembersWhatTheFirstLookFound() {
    see("v=TLSRPTv1; rua=mailto:a@example.com\n💥");

    assertThat(history())
        .containsExactly("v=TLSRPTv1; rua=mailto:a@example.com\n💥 from day 0 to day 0, current");
  }

  @Test
  void extendsWhatStaysTheSame() {
    see("one");
    clock.pass(DAY);
    see("one");

    assertThat(history()).containsExactly("one from day 0 to day 1, current");
  }

  @Test
  void beginsAnewWithEveryChange() {
    see("one");
    clock.pass(DAY);
    see("two");
    clock.pass(DAY);
    see("one");

    assertThat(history())
        .containsExactly(
            "one from day 0 to day 0, ended day 1",
            "two from day 1 to day 1, ended day 2",
            "one from day 2 to day 2, current");
  }

  @Test
  void keepsNoTokenAndStillSeesThatItChanged() {
    String address = "v=TLSRPTv1; rua=https://rpt.example.net/tls-rpt/ingest/";
    see(address + "abcdefghijklmnopqrstuvwxyz012345");
    clock.pass(DAY);
    see(address + "abcdefghijklmnopqrstuvwxyz012345");
    clock.pass(DAY);
    see(address + "abcdefghijklmnopqrstuvwxyz012346");

    assertThat(history())
        .hasSize(2)
        .noneMatch(observed -> observed.contains("abcdefghijklmnopqrstuvwxyz"))
        .first()
        .isEqualTo(address + "(token-653bb124) from day 0 to day 1, ended day 2");
  }

  @Test
  void takesAbsenceForAChange() {
    see("one");
    clock.pass(DAY);
    see("");
    clock.pass(DAY);
    see("");

    assertThat(history())
        .containsExactly("one from day 0 to day 0, ended day 1", " from day 1 to day 2, current");
  }

  @Test
  void learnsNothingFromWhatWasNotAnswered() {
    look(Look.builder().missAnswer(RECORD));
    assertThat(history()).isEmpty();

    see("one");
    clock.pass(DAY);
    look(Look.builder().missAnswer(RECORD));
    assertThat(history()).containsExactly("one from day 0 to day 0, current");
  }

  @Test
  void endsWhatIsNotThereAnyMore() {
    look(Look.builder().see(FIRST_SERVER, "TLSv1.3").see(SECOND_SERVER, "TLSv1.2"));
    clock.pass(DAY);
    look(Look.builder().see(FIRST_SERVER, "TLSv1.3"));

    assertThat(current().keySet()).containsExactly(FIRST_SERVER);
    assertThat(history())
        .containsExactlyInAnyOrder(
            "TLSv1.3 from day 0 to day 1, current", "TLSv1.2 from day 0 to day 0, ended day 1");
  }

  @Test
  void leavesAllAddressesOfAHostOpenWhenNobodyKnowsThem() {
    look(Look.builder().see(FIRST_SERVER, "TLSv1.3").see(SECOND_SERVER, "TLSv1.2"));
    look(Look.builder().missAnswer(new Aspect(Observed.MAIL_SERVER, "mx.example.com ")));

    assertThat(current().keySet()).containsExactlyInAnyOrder(FIRST_SERVER, SECOND_SERVER);
  }

  @Test
  void looksAtEachThingByItself() {
    look(Look.builder().see(RECORD, "one").see(Aspect.of(Observed.MX), "10 mx.example.com"));
    look(Look.builder().see(RECORD, "two").see(Aspect.of(Observed.MX), "10 mx.example.com"));

    assertThat(value(RECORD)).isEqualTo("two");
    assertThat(value(Aspect.of(Observed.MX))).isEqualTo("10 mx.example.com");
    assertThat(history()).hasSize(3);
  }

  @Test
  void tellsWhatChangedNewestFirst() {
    see("one");
    clock.pass(DAY);
    look(Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    see("two");
    clock.pass(DAY);
    look(Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.2"));

    assertThat(changes(0, 10, 5))
        .containsExactly(
            "day 3 MAIL_SERVER mx.example.com 192.0.2.1: null -> TLSv1.2",
            "day 2 MAIL_SERVER mx.example.com 192.0.2.1: TLSv1.3 -> null",
            "day 1 TLSRPT_RECORD : one -> two",
            "day 1 MAIL_SERVER mx.example.com 192.0.2.1: null -> TLSv1.3",
            "day 0 TLSRPT_RECORD : null -> one");
    assertThat(changes(1, 2, 5)).containsExactlyElementsOf(changes(0, 10, 5).subList(2, 4));
  }

  @Test
  void knowsWhatTookThePlaceOfSomethingElse() {
    look(Look.builder().see(RECORD, "one").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    look(Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.3"));

    assertThat(current())
        .containsEntry(RECORD, new Known.Sighting("two", START.plus(DAY), true))
        .containsEntry(FIRST_SERVER, new Known.Sighting("TLSv1.3", START, false));
  }

  @Test
  void knowsWhatWasLookedAtSinceAPolicyIsServed() {
    look(Look.builder().see(RECORD, "one").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    MtaStsPolicy none = new MtaStsPolicy(MtaStsPolicy.Mode.NONE, DAY, List.of());
    DATABASE.run(entities -> HostedVersions.service(entities, clock).change(domain, none, true));
    assertThat(known().hosting().policies().current()).isPresent();
    assertThat(known().hosting().seen()).isEmpty();

    clock.pass(DAY);
    look(Look.builder().see(RECORD, "one").missAnswer(FIRST_SERVER));
    assertThat(known().hosting().seen()).containsExactly(RECORD);
  }

  @Test
  void keepsEachCertificateOnce() {
    X509Certificate certificate = CertificateOrder.forServer("mx.example.com").selfSigned();
    Aspect aspect = new Aspect(Observed.MAIL_CERTIFICATE, "mx.example.com 192.0.2.1");
    look(Look.builder().seeChain(aspect, List.of(certificate)));
    look(Look.builder().seeChain(aspect, List.of(certificate)));

    assertThat(known().chain(aspect))
        .hasValueSatisfying(chain -> assertThat(chain.leaf()).isEqualTo(certificate));
  }

  @Test
  void knowsAllDomainsOfAnAccountAndNoOthers() {
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "example.net");
    long foreign = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");
    see("one");
    clock.pass(DAY);
    see("two");
    look(other, Look.builder().see(RECORD, "theirs"));
    look(foreign, Look.builder().see(RECORD, "foreign"));

    Map<Long, Known> all = ofAnn();
    assertThat(all).containsOnlyKeys(domain, other);
    assertThat(Optional.ofNullable(all.get(domain)).orElseThrow().sightings()).isEqualTo(current());
    assertThat(Optional.ofNullable(all.get(other)).orElseThrow().value(RECORD)).contains("theirs");
  }

  @Test
  void asksAsOftenForManyDomainsAsForOne() {
    serve(domain, "mx.example.com");
    long forOne = statements(this::ofAnn);

    for (int i = 0; i < 5; i++) {
      String name = "example" + i + ".com";
      serve(StoredDomains.verified(DATABASE.sql(), "ann", name), "mx." + name);
    }
    assertThat(statements(this::ofAnn)).isEqualTo(forOne).isBetween(1L, 4L);
    assertThat(ofAnn()).hasSize(6);
  }

  @Test
  void tellsChangesOfSomeKindsOnly() {
    look(Look.builder().see(RECORD, "one").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    look(Look.builder().see(RECORD, "two"));

    ChangePage ofServers =
        DATABASE.call(
            entities -> service(entities).changes(domain, Set.of(Observed.MAIL_SERVER), 0, 10));
    assertThat(ofServers.total()).isEqualTo(2);
    assertThat(ofServers.items())
        .extracting(Change::kind)
        .containsExactly(Observed.MAIL_SERVER, Observed.MAIL_SERVER);
  }

  @Test
  void tellsWhatChangedAtAllDomainsOfAnAccountOnSomeDays() {
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "other.example");
    long foreign = StoredDomains.verified(DATABASE.sql(), "bob", "foreign.example");
    long pending = StoredDomains.pending(DATABASE.sql(), "ann", "pending.example");
    for (long each : new long[] {domain, other, foreign, pending}) {
      look(each, Look.builder().see(RECORD, "one").see(FIRST_SERVER, "TLSv1.2"));
    }
    clock.pass(DAY);
    look(pending, Look.builder().see(RECORD, "two"));
    look(domain, Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.3"));
    look(foreign, Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    look(other, Look.builder().see(FIRST_SERVER, "TLSv1.3"));

    assertThat(ofAnnOnDays(0, 2))
        .containsExactly(
            new DomainChange("other.example", clock.instant(), Observed.TLSRPT_RECORD, ""),
            new DomainChange("example.com", START.plus(DAY), Observed.TLSRPT_RECORD, ""));
    assertThat(ofAnnOnDays(1, 1)).extracting(DomainChange::domain).containsExactly("example.com");
    assertThat(ofAnnOnDays(0, 0)).isEmpty();
    List<DomainChange> ofOther =
        DATABASE.call(
            entities ->
                service(entities)
                    .changesOfDomain(
                        StoredDomains.account(DATABASE.sql(), "ann"),
                        new DomainName("other.example"),
                        daysFromStart(0, 2)));
    assertThat(ofOther).extracting(DomainChange::domain).containsExactly("other.example");
  }

  @Test
  void piecesOfChangesMakeUpTheWholeList() {
    look(Look.builder().see(RECORD, "one").see(FIRST_SERVER, "TLSv1.3"));
    clock.pass(DAY);
    look(Look.builder().see(RECORD, "two").see(FIRST_SERVER, "TLSv1.2"));
    clock.pass(DAY);
    see("two");

    List<Change> all = new ArrayList<>();
    List<Change> piece = changesAfter(null);
    while (!piece.isEmpty()) {
      all.addAll(piece);
      piece = changesAfter(piece.get(piece.size() - 1));
    }

    assertThat(all)
        .hasSize(5)
        .isEqualTo(DATABASE.call(entities -> service(entities).changes(domain, 0, 10)).items());
  }

  private List<Change> changesAfter(@Nullable Change last) {
    return DATABASE.call(
        entities -> service(entities).changesAfter(domain, EnumSet.allOf(Observed.class), last, 2));
  }

  @Test
  void saysWhatTheCertificatesOfChangesAre() {
    X509Certificate certificate = CertificateOrder.forServer("mx.example.com").selfSigned();
    Aspect aspect = new Aspect(Observed.MAIL_CERTIFICATE, "mx.example.com 192.0.2.1");
    CertificateFacts facts = CertificateFacts.of(certificate);
    look(Look.builder().seeChain(aspect, List.of(certificate)).see(RECORD, "one"));
    assertThat(certificatesOfChanges()).containsOnly(Map.entry(facts.fingerprint(), facts));

    clock.pass(DAY);
    look(Look.builder().see(aspect, "not-kept").see(RECORD, "two"));
    assertThat(certificatesOfChanges()).containsOnly(Map.entry(facts.fingerprint(), facts));
  }

  private Map<String, CertificateFacts> certificatesOfChanges() {
    return DATABASE.call(
        entities -> {
          PostureService service = service(entities);
          return service.certificates(service.changes(domain, 0, 10), service.known(domain));
        });
  }

  @Test
  void takesInWhatWasFoundInThePast() {
    DATABASE.run(
        entities ->
            service(entities)
                .looked(
                    Map.of(domain, Look.builder().see(RECORD, "one").build()), START.minus(DAY)));
    see("two");

    assertThat(changes(0, 10, 2))
        .containsExactly("day 0 TLSRPT_RECORD : one -> two", "day -1 TLSRPT_RECORD : null -> one");
  }

  @Test
  void looksAtEachDomainByItself() {
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "example.net");
    see("one");

    Known seen = DATABASE.call(entities -> service(entities).known(other));
    assertThat(seen.sightings()).isEmpty();
  }

  private void see(String value) {
    look(Look.builder().see(RECORD, value));
  }

  private void look(Look.Builder look) {
    look(domain, look);
  }

  private void look(long domainId, Look.Builder look) {
    DATABASE.run(entities -> service(entities).looked(Map.of(domainId, look.build())));
  }

  private void serve(long domainId, String host) {
    X509Certificate certificate = CertificateOrder.forServer(host).selfSigned();
    Aspect aspect = new Aspect(Observed.MAIL_CERTIFICATE, host + " 192.0.2.1");
    look(domainId, Look.builder().seeChain(aspect, List.of(certificate)));
  }

  private List<DomainChange> ofAnnOnDays(int first, int last) {
    long account = StoredDomains.account(DATABASE.sql(), "ann");
    return DATABASE.call(
        entities -> service(entities).changesOfAccount(account, daysFromStart(first, last)));
  }

  private static DayRange daysFromStart(int first, int last) {
    LocalDate start = LocalDate.ofInstant(START, ZoneOffset.UTC);
    return new DayRange(start.plusDays(first), start.plusDays(last));
  }

  private Map<Long, Known> ofAnn() {
    long ann = StoredDomains.account(DATABASE.sql(), "ann");
    return DATABASE.call(entities -> service(entities).knownOfAccount(ann));
  }

  /** How many statements Hibernate sends meanwhile. */
  private static long statements(Runnable work) {
    Statistics statistics =
        DATABASE.call(
            entities ->
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics());
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    work.run();
    return statistics.getPrepareStatementCount();
  }

  private Map<Aspect, Known.Sighting> current() {
    return known().sightings();
  }

  private Known known() {
    return DATABASE.call(entities -> service(entities).known(domain));
  }

  private String value(Aspect aspect) {
    return Optional.ofNullable(current().get(aspect)).orElseThrow().value();
  }

  private List<String> changes(int page, int size, long total) {
    ChangePage changes = DATABASE.call(entities -> service(entities).changes(domain, page, size));
    assertThat(changes.total()).isEqualTo(total);
    return changes.items().stream()
        .map(
            change ->
                "day %d %s %s: %s -> %s"
                    .formatted(
                        Duration.between(START, change.at()).toDays(),
                        change.kind(),
                        change.subject(),
                        change.earlier(),
                        change.later()))
        .toList();
  }

  /** All observations of the record, the first first. */
  private List<String> history() {
    return DATABASE
        .sql()
        .list(
            """
            select value || ' from day ' || extract(day from first_seen - ?::timestamptz) || ' to day '
              || extract(day from last_seen - ?::timestamptz)
              || coalesce(', ended day ' || extract(day from ended_at - ?::timestamptz), ', current')
            from observation where domain_id = ? order by first_seen, id
            """,
            row -> row.getString(1),
            START.toString(),
            START.toString(),
            START.toString(),
            domain);
  }

  private PostureService service(EntityManager entities) {
    return PostureServices.on(entities, clock);
  }
}
