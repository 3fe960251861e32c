package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.LookupOutcome.TemporaryFailure;
import farol.domain.lookup.MailExchanger;
import farol.domain.report.Reports;
import farol.domain.report.Submissions;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.settings.Settings;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoredDomainServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant START = Instant.parse("2026-11-24T10:00:00.123456Z");
  private static final DomainName EXAMPLE = DomainName.parse("example.com");
  private static final URI PUBLIC_URL = URI.create("https://tlsrpt.example.net/");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock(START);
  private final CollectorDirectory collectors = Directories.on(DATABASE.dataSource());
  private long account;

  @BeforeEach
  void addAccount() {
    account = StoredDomains.account(DATABASE.sql(), "ann");
  }

  @Nested
  class Claims {
    @Test
    void beginPending() {
      MonitoredDomain claimed = add("Example.COM.");

      assertThat(claimed.name()).isEqualTo(EXAMPLE);
      assertThat(find()).isEqualTo(claimed);
      assertThat(find().state()).isEqualTo(DomainState.PENDING);
      assertThat(find().createdAt()).isEqualTo(START);
      assertThat(find().verifiedAt()).isEmpty();
      assertThat(find().lastCheck()).isEmpty();
      assertThat(find().mxHosts()).isEmpty();
      assertThat(find().isDemo()).isFalse();
    }

    @Test
    void nameTheRecordsToPublish() {
      MonitoredDomain claimed = add("example.com");

      assertThat(claimed.ownershipRecord().name()).isEqualTo("_tlsrpt-verify.example.com");
      assertThat(claimed.ownershipRecord().value()).matches("tlsrpt-verify=[A-Za-z0-9_-]{32}");
      assertThat(claimed.collectorUrl(PUBLIC_URL, Seals.SEAL).toString())
          .matches("https://tlsrpt\\.example\\.net/tls-rpt/ingest/[A-Za-z0-9_-]{32}");
      assertThat(find().ownershipRecord()).isEqualTo(claimed.ownershipRecord());
      assertThat(find().collectorUrl(PUBLIC_URL, Seals.SEAL))
          .isEqualTo(claimed.collectorUrl(PUBLIC_URL, Seals.SEAL));
    }

    @Test
    void haveTokensOfTheirOwn() {
      MonitoredDomain one = add("example.com");
      MonitoredDomain other = add("example.net");

      assertThat(one.collector().token(Seals.SEAL))
          .isNotEqualTo(other.collector().token(Seals.SEAL));
      assertThat(one.ownershipRecord().value()).isNotEqualTo(other.ownershipRecord().value());
    }

    @Test
    void areRefusedWhenTheAccountHasTheDomainHoweverItIsWritten() {
      add("bücher.example.com");

      assertRefused("XN--BCHER-KVA.example.com.", DomainRefusedException.Reason.ALREADY_MONITORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "com", "", "example", "192.0.2.1", "a..example.com"})
    void areRefusedForWhatNobodyCanOwn(String text) {
      assertRefused(text, DomainRefusedException.Reason.NOT_REGISTRABLE);
    }

    @Test
    void areRefusedBeyondTheLimit() {
      Stream.of("a.example.com", "b.example.com", "c.example.com")
          .forEach(MonitoredDomainServiceTest.this::add);

      assertRefused("d.example.com", DomainRefusedException.Reason.DOMAIN_LIMIT);
      delete(account, "b.example.com");
      assertThat(add("d.example.com").name().value()).isEqualTo("d.example.com");
    }

    @Test
    void ofSeveralAccountsMayBeForOneDomain() {
      long other = StoredDomains.account(DATABASE.sql(), "bob");
      add("example.com");

      MonitoredDomain theirs = call(domains -> domains.add(other, "example.com"));
      assertThat(theirs.name()).isEqualTo(EXAMPLE);
    }

    @Test
    void thatRaceForTheLastSlotLeaveOneWinner() {
      add("a.example.com");
      add("b.example.com");

      assertThat(race("c.example.com", "d.example.com"))
          .containsExactlyInAnyOrder("added", "DOMAIN_LIMIT");
      assertThat(DATABASE.number("select count(*) from monitored_domain")).isEqualTo(3);
    }

    @Test
    void thatRaceForOneNameLeaveOneWinner() {
      assertThat(race("example.com", "example.com"))
          .containsExactlyInAnyOrder("added", "ALREADY_MONITORED");
      assertThat(DATABASE.number("select count(*) from collector")).isEqualTo(1);
    }

    /** Adds both in transactions that have begun before either adds. */
    private List<String> race(String... names) {
      CountDownLatch start = new CountDownLatch(names.length);
      List<CompletableFuture<String>> all =
          Stream.of(names)
              .map(
                  name ->
                      CompletableFuture.supplyAsync(
                          () -> outcome(name, start), task -> new Thread(task).start()))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    }

    private String outcome(String name, CountDownLatch start) {
      try {
        call(
            domains -> {
              await(start);
              return domains.add(account, name);
            });
        return "added";
      } catch (DomainRefusedException refused) {
        return refused.reason().name();
      }
    }

    private static void await(CountDownLatch start) {
      start.countDown();
      try {
        start.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private void assertRefused(String text, DomainRefusedException.Reason reason) {
      assertThatThrownBy(() -> add(text))
          .isInstanceOfSatisfying(
              DomainRefusedException.class,
              refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
  }

  @Nested
  class Accounts {
    @Test
    void seeTheirDomainsInTheOrderOfTheirNames() {
      add("b.example.com");
      add("a.example.com");

      assertThat(list(account))
          .extracting(domain -> domain.name().value())
          .containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void seeThemAPageAtATime() {
      add("b.example.com");
      add("c.example.com");
      add("a.example.com");
      long other = StoredDomains.account(DATABASE.sql(), "eve");

      assertThat(page(account, 0)).containsExactly("a.example.com", "b.example.com");
      assertThat(page(account, 1)).containsExactly("c.example.com");
      assertThat(first(DomainName.parse("c.example.com")))
          .containsExactlyInAnyOrder("a.example.com", "c.example.com");
      assertThat(counts(account)).isEqualTo(new DomainCounts(3, 0));
      assertThat(page(other, 0)).isEmpty();
      assertThat(counts(other)).isEqualTo(new DomainCounts(0, 0));
    }

    @Test
    void knowWhetherTheyHaveADemonstration() {
      add("a.example.com");
      assertThat(hasDemonstration()).isFalse();

      run(domains -> domains.addDemonstration(account, DomainName.parse("demo.example")));
      assertThat(hasDemonstration()).isTrue();
    }

    private List<String> page(long owner, int page) {
      return call(domains -> names(domains.search(owner, DomainSearch.ALL, page, 2).items()));
    }

    private List<String> first(DomainName name) {
      return call(domains -> names(domains.some(account, List.of(name), 2)));
    }

    private DomainCounts counts(long owner) {
      return call(domains -> domains.counts(owner));
    }

    private boolean hasDemonstration() {
      return call(domains -> domains.hasDemonstration(account));
    }

    private List<String> names(List<MonitoredDomain> some) {
      return some.stream().map(domain -> domain.name().value()).toList();
    }

    @Test
    void neitherSeeNorChangeADomainOfAnother() {
      long other = StoredDomains.account(DATABASE.sql(), "eve");
      CollectorToken token = add("example.com").collector().token(Seals.SEAL);

      assertThat(list(other)).isEmpty();
      assertThat(find(other)).isEmpty();
      assertThat(rotate(other)).isEmpty();
      assertThat(delete(other, "example.com")).isFalse();
      assertThat(find().collector().token(Seals.SEAL)).isEqualTo(token);
    }

    /** They have no foreign key that would take them along. */
    @Test
    void deleteADomainWithWhatItsReportsSayAndNothingOfOthers() {
      MonitoredDomain gone = add("example.com");
      MonitoredDomain kept = add("example.org");
      for (MonitoredDomain domain : List.of(gone, kept)) {
        Submissions.store(
            DATABASE.dataSource(), List.of(Submissions.of(domain.id(), Reports.full())));
      }
      long failures = DATABASE.number("select count(*) from failure_detail") / 2;

      delete(account, "example.com");

      assertThat(DATABASE.number("select min(domain_id) from failure_detail")).isEqualTo(kept.id());
      assertThat(DATABASE.number("select count(*) from failure_detail")).isEqualTo(failures);
      for (String table : List.of("report_raw", "report_policy")) {
        assertThat(
                DATABASE.number(
                    "select count(*) - count(r.id) from "
                        + table
                        + " d left join report r on r.id = d.report_id"))
            .as(table)
            .isZero();
        assertThat(DATABASE.number("select count(*) from " + table)).as(table).isPositive();
      }
    }

    @Test
    void deleteADomainWithItsCollectors() {
      CollectorToken token = add("example.com").collector().token(Seals.SEAL);
      assertThat(route(token)).isPresent();

      assertThat(delete(account, "example.com")).isTrue();
      assertThat(find(account)).isEmpty();
      assertThat(route(token)).isEmpty();
      assertThat(delete(account, "example.com")).isFalse();
    }
  }

  @Nested
  class Checks {
    @Test
    void verifyAClaimByItsRecord() {
      add("example.com");
      clock.pass(SECOND);
      check(proof());

      assertThat(find().isVerified()).isTrue();
      assertThat(find().verifiedAt()).contains(START.plus(SECOND));
      assertThat(find().lastCheck())
          .contains(new OwnershipCheck(START.plus(SECOND), CheckOutcome.PROVEN, ""));
    }

    @Test
    void rememberWhenADomainWasFirstVerified() {
      add("example.com");
      check(proof());
      clock.pass(Duration.ofDays(1));
      check(proof());

      assertThat(find().verifiedAt()).contains(START);
    }

    static Stream<LookupOutcome<String>> otherAnswers() {
      return Stream.of(
          new Found<>(List.of("tlsrpt-verify=another", "v=spf1 -all")),
          new Absent<>(Reason.NO_SUCH_NAME),
          new Absent<>(Reason.NO_SUCH_RECORD),
          new TemporaryFailure<>("SERVFAIL"));
    }

    @ParameterizedTest
    @MethodSource("otherAnswers")
    void leaveAClaimPendingForAnyOtherAnswer(LookupOutcome<String> answer) {
      add("example.com");
      check(answer);

      assertThat(find().state()).isEqualTo(DomainState.PENDING);
    }

    @ParameterizedTest
    @MethodSource("otherAnswers")
    void leaveAVerifiedDomainVerifiedForOneOtherAnswer(LookupOutcome<String> answer) {
      add("example.com");
      check(proof());
      check(answer);

      assertThat(find().isVerified()).isTrue();
      assertThat(find().verifiedAt()).contains(START);
    }

    @Test
    void keepNoTokenOfARecordThatWasPublishedAtTheWrongName() {
      MonitoredDomain claimed = add("example.com");
      check(
          new Found<>(List.of("v=TLSRPTv1; rua=" + claimed.collectorUrl(PUBLIC_URL, Seals.SEAL))));

      assertThat(find().lastCheck().orElseThrow().detail())
          .startsWith("v=TLSRPTv1; rua=https://tlsrpt.example.net/tls-rpt/ingest/(token-")
          .doesNotContain(claimed.collector().token(Seals.SEAL).value());
    }

    @Test
    void tellPeopleWhatWasFoundInstead() {
      add("example.com");
      check(new Found<>(List.of("tlsrpt-verify=another", "v=spf1 -all")));
      assertThat(find().lastCheck())
          .contains(
              new OwnershipCheck(
                  START, CheckOutcome.OTHER_RECORDS, "tlsrpt-verify=another\nv=spf1 -all"));

      check(new Absent<>(Reason.NO_SUCH_NAME));
      assertThat(find().lastCheck())
          .contains(new OwnershipCheck(START, CheckOutcome.ABSENT, "NO_SUCH_NAME"));

      check(new TemporaryFailure<>("SERVFAIL"));
      assertThat(find().lastCheck())
          .contains(new OwnershipCheck(START, CheckOutcome.TEMPORARY_FAILURE, "SERVFAIL"));
    }

    @Test
    void keepOnlyTheBeginningOfLongRecords() {
      add("example.com");
      check(new Found<>(List.of("💥".repeat(4_000))));

      assertThat(find().lastCheck().orElseThrow().detail())
          .hasSizeLessThanOrEqualTo(1_001)
          .endsWith("💥…");
    }

    @Test
    void comeEveryMinuteInTheFirstHourOfAClaim() {
      add("example.com");
      assertThat(dueNow()).hasSize(1);

      check(new Absent<>(Reason.NO_SUCH_NAME));
      assertDueAfter(Duration.ofMinutes(1));
    }

    @Test
    void comeEveryQuarterOfAnHourAfterThat() {
      add("example.com");
      clock.pass(Duration.ofHours(1));
      check(new TemporaryFailure<>("SERVFAIL"));

      assertDueAfter(Duration.ofMinutes(15));
    }

    @Test
    void comeAtOnceWhenADomainIsVerifiedSinceOnlyThenMailServersMayBeLookedAt() {
      add("example.com");
      check(proof());

      assertThat(dueNow()).extracting(DueDomain::isVerified).containsExactly(true);
    }

    @Test
    void comeDailyOnceADomainIsVerifiedThoughNotAllInStep() {
      add("example.com");
      check(proof());
      check(proof());

      assertNotDueBefore(Duration.ofHours(22));
      assertDueWithin(Duration.ofDays(1));
    }

    @Test
    void comeHourlyWhileDnsDoesNotAnswer() {
      add("example.com");
      check(proof());
      check(new TemporaryFailure<>("SERVFAIL"));

      assertDueAfter(Duration.ofHours(1));
    }

    @Test
    void goThroughDomainsInOrderAndPageByPage() {
      long first = add("c.example.com").id();
      long second = add("b.example.com").id();
      long third = add("a.example.com").id();

      assertThat(due(0, 2)).extracting(DueDomain::id).containsExactly(first, second);
      assertThat(due(second, 2)).extracting(DueDomain::id).containsExactly(third);
    }

    @Test
    void leaveOutTheDemonstration() {
      run(domains -> domains.addDemonstration(account, EXAMPLE));

      assertThat(dueNow()).isEmpty();
      assertThat(find().isVerified()).isTrue();
    }

    @Test
    void keepAnUnprovenClaimForSevenDays() {
      long id = add("example.com").id();
      clock.pass(Duration.ofDays(7).minus(SECOND));
      check(new Absent<>(Reason.NO_SUCH_NAME));
      assertThat(find().state()).isEqualTo(DomainState.PENDING);

      clock.pass(SECOND);
      assertThat(checked(id, new Absent<>(Reason.NO_SUCH_NAME)))
          .as("gone for whoever goes on with it")
          .isFalse();
      assertThat(find(account)).isEmpty();
    }

    @Test
    void takeAProofOnTheLastDay() {
      add("example.com");
      clock.pass(Duration.ofDays(7));
      check(proof());

      assertThat(find().isVerified()).isTrue();
    }

    @Test
    void takeNoWildcardForAProof() {
      add("example.com");
      check(new OwnershipAnswer(proof(), proof()));
      assertThat(find().state()).isEqualTo(DomainState.PENDING);
      assertThat(find().lastCheck().orElseThrow().outcome()).isEqualTo(CheckOutcome.WILDCARD);

      check(new OwnershipAnswer(proof(), new Found<>(List.of("v=spf1 -all"))));
      assertThat(find().isVerified()).as("another wildcard is no matter").isTrue();
    }

    @Test
    void takeNoProofWhileNobodyKnowsWhetherItIsAWildcard() {
      add("example.com");
      check(new OwnershipAnswer(proof(), new TemporaryFailure<>("SERVFAIL")));

      assertThat(find().lastCheck().orElseThrow().outcome())
          .isEqualTo(CheckOutcome.TEMPORARY_FAILURE);
      assertThat(find().state()).isEqualTo(DomainState.PENDING);
    }

    @Test
    void ofADeletedDomainHaveNoEffect() {
      assertThat(checked(1, new Absent<>(Reason.NO_SUCH_NAME))).isFalse();
    }

    @Test
    void letReportsComeInMeanwhile() {
      long id = add("example.com").id();

      run(
          domains -> {
            domains.ownershipChecked(id, answer(new Absent<>(Reason.NO_SUCH_NAME)));
            CompletableFuture<Void> storing =
                CompletableFuture.runAsync(
                    () ->
                        Submissions.store(
                            DATABASE.dataSource(), List.of(Submissions.numbered(id, 1))));
            assertThat(storing).succeedsWithin(10, TimeUnit.SECONDS);
          });
    }

    @Test
    void areSeenToBeDueUntilTheyAreDone() {
      add("example.com");
      check(proof());
      assertThat(find().isDue(clock.instant())).as("its mail servers may be probed now").isTrue();
      check(proof());
      assertThat(find().isDue(clock.instant())).isFalse();

      run(domains -> domains.lookNow(account, EXAMPLE));
      assertThat(find().isDue(clock.instant())).isTrue();

      check(proof());
      assertThat(find().isDue(clock.instant())).isFalse();
    }

    @Test
    void stayDueWhenAPersonLooksTheirRecordUp() {
      add("example.com");
      long id = find().id();
      assertThat(asked(id, proof())).isTrue();
      assertThat(asked(id, proof())).isTrue();
      assertThat(find().isDue(clock.instant())).as("nobody has looked at the rest").isTrue();

      check(proof());
      assertThat(asked(id, proof())).isTrue();
      assertThat(find().isDue(clock.instant())).isFalse();
    }

    @Test
    void areNeverDueOfTheDemonstration() {
      run(domains -> domains.addDemonstration(account, EXAMPLE));

      assertThat(find().isDue(clock.instant())).isFalse();
    }

    private void assertDueAfter(Duration pause) {
      clock.pass(pause.minus(SECOND));
      assertThat(dueNow()).isEmpty();
      clock.pass(SECOND);
      assertThat(dueNow()).extracting(DueDomain::name).containsExactly(EXAMPLE);
    }

    private void assertNotDueBefore(Duration pause) {
      clock.pass(pause.minus(SECOND));
      assertThat(dueNow()).isEmpty();
      clock.pass(SECOND.minus(pause));
    }

    private void assertDueWithin(Duration pause) {
      clock.pass(pause);
      assertThat(dueNow()).extracting(DueDomain::name).containsExactly(EXAMPLE);
    }

    private List<DueDomain> dueNow() {
      return due(0, 10);
    }
  }

  @Nested
  class AnAbsentRecord {
    private static final Duration DAY = Duration.ofDays(1);

    @BeforeEach
    void verify() {
      add("example.com");
      check(proof());
    }

    @Test
    void suspendsTheDomainOnceItWasMissedForThreeDays() {
      clock.pass(DAY);
      miss();
      Instant since = clock.instant();
      assertThat(find().absence()).contains(new Absence(since, 1));
      clock.pass(DAY);
      miss();
      clock.pass(DAY.multipliedBy(2).minus(SECOND));
      miss();
      assertThat(find().isVerified()).isTrue();

      clock.pass(SECOND);
      miss();

      assertThat(find().state()).isEqualTo(DomainState.SUSPENDED);
      assertThat(find().absence().orElseThrow().since()).isEqualTo(since);
    }

    @ParameterizedTest
    @MethodSource("misses")
    void isMissedWhateverIsThereInstead(LookupOutcome<String> answer) {
      check(answer);
      clock.pass(Absence.PATIENCE);
      check(answer);
      check(answer);

      assertThat(find().state()).isEqualTo(DomainState.SUSPENDED);
    }

    static Stream<LookupOutcome<String>> misses() {
      return Stream.of(
          new Found<>(List.of("tlsrpt-verify=another")),
          new Absent<>(Reason.NO_SUCH_NAME),
          new Absent<>(Reason.NO_SUCH_RECORD));
    }

    @Test
    void isNotJudgedByTwoLooksHoweverFarApart() {
      miss();
      clock.pass(DAY.multipliedBy(70));
      miss();

      assertThat(find().isVerified()).isTrue();
    }

    @Test
    void isNotWhatAFailedLookSays() {
      for (int hour = 0; hour < 100; hour++) {
        check(new TemporaryFailure<>("SERVFAIL"));
        clock.pass(Duration.ofHours(1));
      }
      assertThat(find().isVerified()).isTrue();
      assertThat(find().absence()).isEmpty();

      miss();
      clock.pass(Absence.PATIENCE);
      miss();
      check(new TemporaryFailure<>("SERVFAIL"));

      assertThat(find().isVerified()).as("two misses and a failure").isTrue();
      assertThat(find().absence()).as("a failure does not end it either").isPresent();
    }

    @Test
    void isForgottenOnceItIsBack() {
      miss();
      clock.pass(DAY.multipliedBy(2));
      miss();
      check(proof());
      assertThat(find().absence()).isEmpty();

      clock.pass(DAY);
      miss();
      clock.pass(SECOND);
      miss();

      assertThat(find().isVerified()).isTrue();
    }

    @Test
    void verifiesASuspendedDomainAgainWhenItIsBack() {
      suspend();
      clock.pass(DAY);
      check(proof());

      assertThat(find().isVerified()).isTrue();
      assertThat(find().verifiedAt()).contains(clock.instant());
      assertThat(find().absence()).isEmpty();
    }

    @Test
    void leavesASuspendedDomainItsCollector() {
      CollectorToken token = find().collector().token(Seals.SEAL);
      suspend();

      assertThat(route(token)).isPresent();
    }

    private void suspend() {
      miss();
      clock.pass(Absence.PATIENCE);
      miss();
      miss();
      assertThat(find().state()).isEqualTo(DomainState.SUSPENDED);
    }

    private void miss() {
      check(new Absent<>(Reason.NO_SUCH_RECORD));
    }
  }

  @Nested
  class MxHosts {
    @Test
    void areThoseLastFound() {
      add("example.com");
      findMx(new MailExchanger(20, "mx2.example.com"), new MailExchanger(10, "MX1.example.com."));

      assertThat(find().mxHosts()).containsExactly("mx1.example.com", "mx2.example.com");
      assertThat(route().mxHosts()).containsExactlyInAnyOrder("mx1.example.com", "mx2.example.com");
    }

    @Test
    void areForgottenWhenDnsSaysThatThereAreNone() {
      add("example.com");
      findMx(new MailExchanger(10, "mx1.example.com"));
      findMx();

      assertThat(find().mxHosts()).isEmpty();
      assertThat(route().mxHosts()).isEmpty();
    }

    @Test
    void areNoneWhereTheDomainAcceptsNoMail() {
      add("example.com");
      findMx(new MailExchanger(0, "."));

      assertThat(find().mxHosts()).isEmpty();
    }

    private void findMx(MailExchanger... records) {
      long id = find().id();
      run(domains -> domains.mxSeen(id, List.of(records)));
    }

    private CollectorRoute route() {
      return MonitoredDomainServiceTest.this
          .route(find().collector().token(Seals.SEAL))
          .orElseThrow();
    }
  }

  @Nested
  class Rotation {
    @Test
    void publishesANewCollector() {
      CollectorToken old = add("example.com").collector().token(Seals.SEAL);
      CollectorToken next = rotated();

      assertThat(next).isNotEqualTo(old);
      assertThat(find().collector().token(Seals.SEAL)).isEqualTo(next);
      assertThat(route(next).orElseThrow().domain()).isEqualTo(EXAMPLE);
    }

    @Test
    void letsTheOldCollectorWorkOnForFourteenDays() {
      CollectorToken old = add("example.com").collector().token(Seals.SEAL);
      assertThat(route(old)).isPresent();
      CollectorToken next = rotated();

      clock.pass(Duration.ofDays(14).minus(SECOND));
      assertThat(route(old)).isPresent();
      clock.pass(SECOND);
      assertThat(route(old)).isEmpty();
      assertThat(route(next)).isPresent();
    }

    @Test
    void givesNoCollectorMoreThanItsFourteenDays() {
      CollectorToken first = add("example.com").collector().token(Seals.SEAL);
      rotated();
      clock.pass(Duration.ofDays(10));
      CollectorToken third = rotated();

      clock.pass(Duration.ofDays(4));
      assertThat(route(first)).isEmpty();
      assertThat(find().collector().token(Seals.SEAL)).isEqualTo(third);
    }

    private CollectorToken rotated() {
      return rotate(account).orElseThrow().collector().token(Seals.SEAL);
    }
  }

  @Test
  void routesByTheWholeTokenInItsOwnCase() {
    String token = add("example.com").collector().token(Seals.SEAL).value();

    assertThat(CollectorToken.parse(token).flatMap(this::route)).isPresent();
    assertThat(CollectorToken.parse(swapCase(token)).flatMap(this::route)).isEmpty();
    assertThat(CollectorToken.parse(token.substring(1))).isEmpty();
    assertThat(CollectorToken.parse(token + "A")).isEmpty();
    assertThat(CollectorToken.parse(token.substring(1) + "\n")).isEmpty();
  }

  private static String swapCase(String text) {
    return text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private MonitoredDomain add(String name) {
    return call(domains -> domains.add(account, name));
  }

  private boolean delete(long owner, String name) {
    return call(domains -> domains.delete(owner, DomainName.parse(name)));
  }

  private List<MonitoredDomain> list(long owner) {
    return call(domains -> domains.list(owner));
  }

  private MonitoredDomain find() {
    return find(account).orElseThrow();
  }

  private Optional<MonitoredDomain> find(long owner) {
    return call(domains -> domains.find(owner, EXAMPLE));
  }

  private Optional<MonitoredDomain> rotate(long owner) {
    return call(domains -> domains.rotateCollector(owner, EXAMPLE));
  }

  private Optional<CollectorRoute> route(CollectorToken token) {
    return collectors.find(token.hash(), clock.instant()).join();
  }

  private List<DueDomain> due(long after, int most) {
    return call(domains -> domains.due(after, most));
  }

  private LookupOutcome<String> proof() {
    return new Found<>(List.of("v=spf1 -all", find().verificationRecord()));
  }

  private void check(LookupOutcome<String> answer) {
    check(answer(answer));
  }

  private void check(OwnershipAnswer answer) {
    long id = find().id();
    boolean isStillThere = call(domains -> domains.ownershipChecked(id, answer));
    assertThat(isStillThere).isTrue();
  }

  private boolean asked(long id, LookupOutcome<String> answer) {
    return call(domains -> domains.ownershipAsked(id, answer(answer)));
  }

  private boolean checked(long id, LookupOutcome<String> answer) {
    return call(domains -> domains.ownershipChecked(id, answer(answer)));
  }

  private static OwnershipAnswer answer(LookupOutcome<String> answer) {
    return new OwnershipAnswer(answer, new Absent<>(Reason.NO_SUCH_NAME));
  }

  private void run(Consumer<MonitoredDomainService> work) {
    DATABASE.run(entities -> work.accept(service(entities)));
  }

  private <T> T call(Function<MonitoredDomainService, T> work) {
    return DATABASE.call(entities -> work.apply(service(entities)));
  }

  private MonitoredDomainService service(EntityManager entities) {
    return DomainServices.on(
        entities, collectors, Settings.of(Map.of("FAROL_DOMAIN_LIMIT", "3")), clock);
  }
}
