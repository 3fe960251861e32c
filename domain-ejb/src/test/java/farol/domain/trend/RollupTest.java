package farol.domain.trend;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.Reports;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.domain.report.Submission;
import farol.domain.report.Submissions;
import farol.domain.shared.DayRange;
import farol.store.Sql;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roll-ups as they are computed and read, on a real database. */
class RollupTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-20");
  private static final DayRange RANGE = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(2));

  private final RollupStore rollups = new RollupStore();
  private final RollupService service = new RollupService();
  private final TrendStore trends = new TrendStore();
  private final AccountTrendStore accountTrends = new AccountTrendStore();
  private long account;
  private long domain;
  private DomainDay day;

  @BeforeEach
  void addDomain() {
    rollups.sql = DATABASE.sql();
    trends.sql = DATABASE.sql();
    accountTrends.sql = DATABASE.sql();
    service.rollups = rollups;
    service.accounts = Rollups.accounts(DATABASE.sql());
    service.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    account = StoredDomains.account(DATABASE.sql(), "ann");
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    day = new DomainDay(domain, FIRST_DAY);
  }

  @Test
  void showsTheSumsOfWhatWasStored() {
    Random random = new Random(8460);
    List<Report> reports = IntStream.range(0, 60).mapToObj(i -> random(random, i)).toList();
    store(reports);
    recomputeAll();

    List<Day> expected =
        RANGE
            .days()
            .map(date -> reports.stream().filter(report -> startsOn(report, date)).toList())
            .filter(ofDay -> !ofDay.isEmpty())
            .map(ofDay -> new Day(ofDay.get(0).window().day(), sum(ofDay), (long) ofDay.size()))
            .toList();
    assertThat(trends.days(domain, RANGE)).isEqualTo(expected);
    assertThat(accountTrends.days(account, RANGE)).isEqualTo(expected);
    assertThat(trends.totals(account, RANGE))
        .containsExactly(new DomainTotals(domain, "example.com", sum(reports), reports.size()));
  }

  @Test
  void breaksDownByReporter() {
    Random random = new Random(1);
    List<Report> reports = IntStream.range(0, 30).mapToObj(i -> random(random, i)).toList();
    store(reports);
    recomputeAll();

    List<Slice> slices = trends.slices(domain, RANGE, Dimension.REPORTER);
    assertThat(slices).extracting(Slice::value).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThat(slices)
        .allSatisfy(
            slice -> {
              List<Report> own =
                  reports.stream().filter(r -> r.organization().equals(slice.value())).toList();
              assertThat(slice).isEqualTo(new Slice(slice.value(), sum(own), own.size()));
            });
    assertThat(slices.stream().mapToLong(Slice::reports).sum()).isEqualTo(30);
  }

  @Test
  void breaksFailuresDownByTypeHostAndSourceTheMostFailedFirst() {
    store(
        List.of(
            report(
                "a",
                policy(
                    PolicyType.STS,
                    "example.com",
                    10,
                    9,
                    failure(ResultType.CERTIFICATE_EXPIRED, "mx1.example.com", "192.0.2.1", 2),
                    failure(ResultType.VALIDATION_FAILURE, "mx2.example.com", "192.0.2.2", 3),
                    failure(null, null, null, 4))),
            report(
                "b",
                policy(
                    PolicyType.STS,
                    "example.com",
                    0,
                    5,
                    failure(ResultType.CERTIFICATE_EXPIRED, "mx1.example.com", "192.0.2.1", 5)))));
    recomputeAll();

    assertThat(trends.slices(domain, RANGE, Dimension.RESULT_TYPE))
        .containsExactly(
            slice("certificate-expired", 0, 7, 2),
            slice("", 0, 4, 1),
            slice("validation-failure", 0, 3, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.MX))
        .containsExactly(slice("mx1.example.com", 0, 7, 2), slice("mx2.example.com", 0, 3, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS))
        .containsExactly(slice("192.0.2.1", 0, 7, 2), slice("192.0.2.2", 0, 3, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS, 1)).hasSize(1);
    assertThat(trends.slices(domain, RANGE, Dimension.RESULT_TYPE, 2)).hasSize(2);
    assertThat(trends.failures(domain, RANGE))
        .containsExactly(
            new DayFailures(FIRST_DAY, kind(""), 4),
            new DayFailures(FIRST_DAY, kind("certificate-expired"), 7),
            new DayFailures(FIRST_DAY, kind("validation-failure"), 3))
        .isEqualTo(accountTrends.failures(account, RANGE));
  }

  @Test
  void tellsFailuresApartByReasonAndModeWhereTheseTellMore() {
    FailureDetail expired =
        new FailureDetail(
            ResultType.CERTIFICATE_EXPIRED, null, null, null, null, 1, null, "CERTIFICATE_EXPIRED");
    FailureDetail missing =
        new FailureDetail(
            ResultType.VALIDATION_FAILURE, null, null, null, null, 2, null, "MX_HOSTS\tMISMATCH");
    List<FailureDetail> both = List.of(expired, missing);
    SessionCounts counts = new SessionCounts(0, 3);
    store(
        List.of(
            report(
                "a",
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of("version: STSv1\r\n Mode : enforce\r\nmode: none"),
                    "example.com",
                    List.of(),
                    counts,
                    both)),
            report(
                "b",
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of("version: STSv1", "mode: testing"),
                    "example.com",
                    List.of(),
                    counts,
                    both))));
    recomputeAll();

    assertThat(trends.failures(domain, RANGE))
        .containsExactlyInAnyOrder(
            new DayFailures(FIRST_DAY, sts("certificate-expired", "", " Mode : enforce"), 1),
            new DayFailures(FIRST_DAY, sts("certificate-expired", "", "mode: testing"), 1),
            new DayFailures(
                FIRST_DAY, sts("validation-failure", "MX_HOSTS MISMATCH", " Mode : enforce"), 2),
            new DayFailures(
                FIRST_DAY, sts("validation-failure", "MX_HOSTS MISMATCH", "mode: testing"), 2));
  }

  @Test
  void countsSessionsUnderBothTlsaAndStsOnceYetShowsBoth() {
    store(
        List.of(
            report(
                "microsoft",
                policy(PolicyType.TLSA, "example.com", 90, 4),
                policy(PolicyType.STS, "example.com", 95, 5),
                policy(PolicyType.NO_POLICY_FOUND, "example.com", 7, 1))));
    recomputeAll();

    assertThat(trends.days(domain, RANGE))
        .containsExactly(new Day(FIRST_DAY, new SessionCounts(102, 6), 1));
    assertThat(trends.slices(domain, RANGE, Dimension.POLICY_TYPE))
        .containsExactly(
            slice("sts", 95, 5, 1), slice("tlsa", 90, 4, 1), slice("no-policy-found", 7, 1, 1));
  }

  @Test
  void countsNoPolicyOfSomebodyElse() {
    FailureDetail failure = failure(ResultType.TLSA_INVALID, "mx.other.example", "192.0.2.1", 50);
    store(
        List.of(
            report(
                "a",
                policy(PolicyType.STS, "example.com", 10, 0),
                policy(PolicyType.STS, "other.example", 400, 50, failure))));
    recomputeAll();

    assertThat(trends.days(domain, RANGE))
        .containsExactly(new Day(FIRST_DAY, new SessionCounts(10, 0), 1));
    assertThat(trends.slices(domain, RANGE, Dimension.POLICY_TYPE))
        .containsExactly(slice("sts", 10, 0, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.RESULT_TYPE)).isEmpty();
    assertThat(trends.slices(domain, RANGE, Dimension.MX)).isEmpty();
    assertThat(trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS)).isEmpty();
    assertThat(trends.failureGroups(domain, RANGE)).isEmpty();
  }

  @Test
  void countsTheFirstOfTwoReportsThatContradictEachOther() {
    FailureDetail failure = failure(ResultType.DNSSEC_INVALID, "mx1.example.com", "192.0.2.1", 8);
    store(List.of(report("same", policy(PolicyType.STS, "example.com", 10, 0))));
    store(List.of(report("same", policy(PolicyType.STS, "example.com", 2, 8, failure))));
    recomputeAll();

    assertThat(trends.days(domain, RANGE))
        .containsExactly(new Day(FIRST_DAY, new SessionCounts(10, 0), 1));
    assertThat(trends.slices(domain, RANGE, Dimension.REPORTER))
        .containsExactly(slice("same", 10, 0, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.POLICY_TYPE))
        .containsExactly(slice("sts", 10, 0, 1));
    assertThat(trends.slices(domain, RANGE, Dimension.RESULT_TYPE)).isEmpty();
    assertThat(trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS)).isEmpty();
  }

  @Test
  void saysTheSameWhenComputedAgain() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    recompute(day);
    List<String> once = rows();
    recompute(day);

    assertThat(rows()).isEqualTo(once).isNotEmpty();
  }

  @Test
  void forgetsADayWhoseReportsAreGone() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    recompute(day);
    DATABASE.sql().update("delete from report");
    recompute(day);

    assertThat(rows()).isEmpty();
  }

  @Test
  void listsDirtyDaysInOrderAfterTheOneGiven() {
    Random random = new Random(2);
    store(IntStream.range(0, 30).mapToObj(i -> random(random, i)).toList());

    List<DomainDay> all = rollups.dirty(DomainDay.FIRST, 10);
    assertThat(all)
        .containsExactly(
            day,
            new DomainDay(domain, FIRST_DAY.plusDays(1)),
            new DomainDay(domain, FIRST_DAY.plusDays(2)));
    assertThat(rollups.dirty(all.get(0), 1)).containsExactly(all.get(1));
    assertThat(rollups.dirty(all.get(2), 1)).isEmpty();
  }

  @Test
  void isCurrentOnceEverythingIsComputed() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    assertThat(accountTrends.isCurrent(account)).isFalse();
    recomputeAll();

    assertThat(accountTrends.isCurrent(account)).isTrue();
    assertThat(trends.asOf(domain, RANGE)).contains(NOW);
  }

  @Test
  void keepsTheMarkOfAReportThatCameWhileItComputed() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    DATABASE.inTransaction(
        () -> {
          rollups.lock(day);
          List<Long> seen = rollups.marks(day);
          inAnotherThread(
              () -> store(List.of(report("late", policy(PolicyType.STS, "example.com", 5, 0)))));
          rollups.recompute(day, NOW);
          rollups.clearMarks(seen);
        });

    assertThat(rollups.dirty(DomainDay.FIRST, 10)).containsExactly(day);
    recomputeAll();
    assertThat(trends.days(domain, RANGE))
        .containsExactly(new Day(FIRST_DAY, new SessionCounts(15, 1), 2));
    assertThat(rollups.dirty(DomainDay.FIRST, 10)).isEmpty();
  }

  @RepeatedTest(5)
  void endsExactWhenTwoComputeWhileReportsArrive() {
    CyclicBarrier start = new CyclicBarrier(3);
    List<Report> reports =
        IntStream.range(0, 40)
            .mapToObj(i -> report("reporter-" + i, policy(PolicyType.STS, "example.com", i, 1)))
            .toList();
    CompletableFuture<Void> arriving =
        CompletableFuture.runAsync(
            () -> {
              await(start);
              reports.forEach(report -> store(List.of(report)));
            });
    Runnable computing =
        () -> {
          await(start);
          do {
            recompute(day);
          } while (!arriving.isDone());
        };
    CompletableFuture.allOf(
            arriving, CompletableFuture.runAsync(computing), CompletableFuture.runAsync(computing))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
    recomputeAll();

    assertThat(trends.days(domain, RANGE)).containsExactly(new Day(FIRST_DAY, sum(reports), 40));
    assertThat(trends.slices(domain, RANGE, Dimension.REPORTER)).hasSize(40);
    assertThat(rollups.dirty(DomainDay.FIRST, 10)).isEmpty();
  }

  @Test
  void computesADayOfWhichAReporterHasTheLongestNameThatASettingAllows() {
    String name =
        new Random(3)
            .ints(10_000, 0x4e00, 0x9000)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    store(List.of(report(name, policy(PolicyType.STS, "example.com", 10, 1))));
    recomputeAll();

    assertThat(trends.days(domain, RANGE)).hasSize(1);
    assertThat(trends.slices(domain, RANGE, Dimension.REPORTER))
        .singleElement()
        .satisfies(slice -> assertThat(name).startsWith(slice.value()));
  }

  @Test
  void countsOnWhereSomebodyReportsMoreThanCanBeAdded() {
    long most = Long.MAX_VALUE / 2;
    store(
        IntStream.range(0, 3)
            .mapToObj(
                number ->
                    report(
                        "Example Sender " + number,
                        policy(
                            PolicyType.STS,
                            "example.com",
                            most,
                            most,
                            failure(ResultType.CERTIFICATE_EXPIRED, "mx", "192.0.2.1", most))))
            .toList());
    recomputeAll();

    long cut = 1_000_000_000_000_000L;
    assertThat(trends.days(domain, RANGE))
        .containsExactly(new Day(FIRST_DAY, new SessionCounts(cut, cut), 3));
    assertThat(trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS))
        .containsExactly(slice("192.0.2.1", 0, cut, 3));
    assertThat(trends.failureGroups(domain, RANGE)).isNotEmpty();
  }

  @Test
  void reporterThatInventsHostsTakesNoPlacesOfOthers() {
    FailureDetail[] invented =
        IntStream.range(0, 2_001)
            .mapToObj(
                number ->
                    failure(ResultType.CERTIFICATE_EXPIRED, "mx" + number, "192.0.2.1", 1_000_000))
            .toArray(FailureDetail[]::new);
    FailureDetail real = failure(ResultType.TLSA_INVALID, "mx.example.com", "192.0.2.2", 1);
    store(
        List.of(
            report("inventor", policy(PolicyType.STS, "example.com", 0, 1, invented)),
            report("a", policy(PolicyType.STS, "example.com", 0, 1, real))));
    recomputeAll();

    List<String> reporters =
        trends.failureGroups(domain, RANGE).stream().map(FailureGroup::organization).toList();
    assertThat(reporters).hasSize(2_000).containsOnlyOnce("a");
  }

  @Test
  void keepsTheHundredMostFailedKindsAndAddressesOfADay() {
    FailureDetail[] failures =
        IntStream.rangeClosed(1, 101)
            .mapToObj(
                number ->
                    failure(new ResultType("type-" + number), "mx", "192.0.2." + number, number))
            .toArray(FailureDetail[]::new);
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 0, 1, failures))));
    recomputeAll();

    assertThat(trends.failures(domain, RANGE).stream().map(DayFailures::failed))
        .hasSize(100)
        .doesNotContain(1L);
    assertThat(
            trends.slices(domain, RANGE, Dimension.SOURCE_ADDRESS, 200).stream()
                .map(slice -> slice.sessions().failed()))
        .hasSize(100)
        .doesNotContain(1L);
  }

  @Test
  void showsDomainsWithoutReportsAndNoneThatIsPendingOrOfAnotherAccount() {
    long pending = StoredDomains.pending(DATABASE.sql(), "ann", "pending.example");
    long foreign = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");
    long silent = StoredDomains.verified(DATABASE.sql(), "ann", "silent.example");
    Report report = report("a", policy(PolicyType.STS, "example.com", 10, 1));
    for (long each : new long[] {domain, pending, foreign}) {
      Submissions.store(DATABASE.dataSource(), List.of(Submissions.of(each, report)));
    }
    recomputeAll();

    SessionCounts sessions = new SessionCounts(10, 1);
    assertThat(trends.totals(account, RANGE))
        .containsExactly(
            new DomainTotals(domain, "example.com", sessions, 1),
            new DomainTotals(silent, "silent.example", SessionCounts.NONE, 0));
    assertThat(trends.daysByDomain(List.of(domain, silent), RANGE)).containsOnlyKeys(domain);
    assertThat(accountTrends.days(account, RANGE)).containsExactly(new Day(FIRST_DAY, sessions, 1));
    ReporterDay reported = new ReporterDay("a", FIRST_DAY, sessions, 1);
    assertThat(accountTrends.reporterDays(account, RANGE)).containsExactly(reported);
    assertThat(trends.reporterDaysByDomain(account, RANGE, 10))
        .containsExactly(new DomainReporterDay("example.com", reported));
  }

  @Test
  void groupsFailuresForADiagnosis() {
    FailureDetail failure = failure(ResultType.TLSA_INVALID, "mx1.example.com", "192.0.2.1", 2);
    FailureDetail elsewhere = failure(ResultType.TLSA_INVALID, "mx1.example.com", "192.0.2.9", 3);
    store(List.of(report("a", policy(PolicyType.TLSA, "example.com", 10, 5, failure, elsewhere))));

    recomputeAll();

    assertThat(trends.failureGroups(domain, RANGE))
        .containsExactly(
            new FailureGroup(
                FIRST_DAY,
                "a",
                new FailureKind("tlsa-invalid", "", "tlsa", List.of("")),
                "mx1.example.com",
                5));
  }

  @Test
  void breakdownsHaveTheValuesByWhichFailuresAreFound() {
    String text = "a\tb" + "c".repeat(300);
    FailureDetail failure = failure(new ResultType(text), text, "192.0.2.1", 2);
    store(List.of(report(text, policy(new PolicyType(text), "example.com", 10, 2, failure))));
    recomputeAll();

    FailureGroup group = trends.failureGroups(domain, RANGE).get(0);
    assertThat(value(Dimension.RESULT_TYPE)).isEqualTo(group.kind().resultType());
    assertThat(value(Dimension.POLICY_TYPE)).isEqualTo(group.kind().policyType());
    assertThat(value(Dimension.REPORTER)).isEqualTo(group.organization());
    assertThat(value(Dimension.MX)).isEqualTo(group.mxHost());
  }

  private String value(Dimension dimension) {
    return trends.slices(domain, RANGE, dimension).get(0).value();
  }

  @Test
  void countsNoDomainForItsAccountThatIsNotVerifiedAnyMore() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    recomputeAll();
    assertThat(accountTrends.days(account, RANGE)).hasSize(1);

    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED'");
    assertThat(accountTrends.isCurrent(account)).isFalse();
    recomputeAll();
    assertThat(accountTrends.days(account, RANGE)).isEmpty();
    assertThat(accountTrends.reporterDays(account, RANGE)).isEmpty();

    DATABASE.sql().update("update monitored_domain set state = 'VERIFIED'");
    recomputeAll();
    assertThat(accountTrends.days(account, RANGE)).hasSize(1);

    deleteDomain();
    recomputeAll();
    assertThat(accountTrends.days(account, RANGE)).isEmpty();
    assertThat(accountTrends.isCurrent(account)).isTrue();
  }

  @Test
  void changeOfStateMarksDaysThatAreUnderRecomputation() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));

    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED'");

    assertThat(service.dirtyOfAccounts(AccountDay.FIRST, 1_000))
        .contains(new AccountDay(account, FIRST_DAY));
  }

  @Test
  void leavesADomainAloneThatIsBeingDeleted() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    CompletableFuture<Void> computing = new CompletableFuture<>();
    DATABASE.inTransaction(
        () -> {
          deleteDomain();
          computing.completeAsync(
              () -> {
                recompute(day);
                return null;
              });
          awaitLockWaits(1);
        });

    assertThat(computing).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(rows()).isEmpty();
  }

  @Test
  void letsADomainBeDeletedOnceItHasComputed() {
    store(List.of(report("a", policy(PolicyType.STS, "example.com", 10, 1))));
    recompute(day);
    CompletableFuture<Void> deleting = new CompletableFuture<>();
    rollups.sql =
        new Sql(DATABASE.dataSource()) {
          @Override
          public int update(String statement, Object... values) {
            if (statement.startsWith("insert into rollup_day")) {
              deleting.completeAsync(
                  () -> {
                    deleteDomain();
                    return null;
                  });
              awaitLockWaits(1);
            }
            return super.update(statement, values);
          }
        };
    recompute(day);

    assertThat(deleting).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(rows()).isEmpty();
  }

  private void deleteDomain() {
    DATABASE.sql().update("delete from monitored_domain where id = ?", domain);
  }

  /** Until as many transactions wait for others. */
  private static void awaitLockWaits(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (DATABASE.number(
            "select count(*) from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())")
        < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("nothing waits for a lock");
      }
      Thread.onSpinWait();
    }
  }

  private void store(List<Report> reports) {
    List<Submission> batch =
        reports.stream().map(report -> Submissions.of(domain, report)).toList();
    Submissions.store(DATABASE.dataSource(), batch);
  }

  private void recompute(DomainDay dirty) {
    DATABASE.inTransaction(() -> service.recompute(dirty));
  }

  private void recomputeAll() {
    rollups.dirty(DomainDay.FIRST, 100).forEach(this::recompute);
    service
        .dirtyOfAccounts(AccountDay.FIRST, 100)
        .forEach(dirty -> DATABASE.inTransaction(() -> service.recompute(dirty)));
  }

  /** All roll-ups as text, in order. */
  private static List<String> rows() {
    return DATABASE
        .sql()
        .list(
            """
            select d::text from rollup_day d
            union all select s::text from rollup_slice s
            union all select f::text from rollup_failure f
            union all select a::text from rollup_account_day a
            union all select b::text from rollup_account_slice b
            order by 1
            """,
            row -> row.getString(1));
  }

  private static Report random(Random random, int number) {
    Instant start = Reports.DAY.start().plusSeconds(random.nextInt(3) * 86_400L);
    return new Report(
        "reporter-" + random.nextInt(4),
        null,
        "report-" + number,
        new ReportWindow(start, start.plusSeconds(86_399)),
        List.of(policy(PolicyType.STS, "example.com", random.nextInt(999), random.nextInt(9))));
  }

  private static Report report(String organization, ReportedPolicy... policies) {
    return new Report(organization, null, "1", Reports.DAY, List.of(policies));
  }

  private static ReportedPolicy policy(
      PolicyType type, String policyDomain, long met, long failed, FailureDetail... failures) {
    return new ReportedPolicy(
        type,
        List.of(),
        policyDomain,
        List.of(),
        new SessionCounts(met, failed),
        List.of(failures));
  }

  private static FailureDetail failure(
      @Nullable ResultType type, @Nullable String mxHost, @Nullable String source, long failed) {
    return new FailureDetail(type, source, mxHost, null, null, failed, null, null);
  }

  private static FailureKind kind(String resultType) {
    return sts(resultType, "", "");
  }

  private static FailureKind sts(String resultType, String reason, String mode) {
    return new FailureKind(resultType, reason, "sts", List.of(mode));
  }

  private static Slice slice(String value, long successful, long failed, long reports) {
    return new Slice(value, new SessionCounts(successful, failed), reports);
  }

  /** The sum over reports of one policy each. */
  private static SessionCounts sum(List<Report> reports) {
    return reports.stream()
        .map(report -> report.policies().get(0).counts())
        .reduce(SessionCounts.NONE, SessionCounts::plus);
  }

  private static boolean startsOn(Report report, LocalDate date) {
    return report.window().day().equals(date);
  }

  private static void inAnotherThread(Runnable work) {
    CompletableFuture.runAsync(work).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException
        | java.util.concurrent.BrokenBarrierException
        | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
