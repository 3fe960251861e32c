package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import farol.domain.monitored.StoredDomains;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.Reports;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.domain.report.Submissions;
import farol.domain.trend.RollupService;
import farol.domain.trend.Rollups;
import farol.store.Sql;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of open problems, on a real database. */
class ProblemServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Clock CLOCK = Clock.fixed(Reports.DAY.end(), ZoneOffset.UTC);

  private RollupService rollups;
  private ProblemService problems;
  private long account;
  private long domain;

  @BeforeEach
  void addDomain() {
    rollups = Rollups.service(DATABASE.sql(), CLOCK);
    problems = service(CLOCK);
    account = StoredDomains.account(DATABASE.sql(), "ann");
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void domainIsDueWhenItsRollUpsHaveChanged() {
    diagnoseAll();
    assertThat(problems.isCurrent(account)).isTrue();
    assertThat(problems.ofAccount(account, 10)).isEmpty();

    report("a");
    assertThat(problems.due(0, 10)).containsExactly(domain);
    assertThat(problems.isCurrent(account)).isFalse();
    diagnoseAll();
    report("b");
    diagnoseAll();

    assertThat(problems.due(0, 10)).isEmpty();
    assertThat(problems.ofDomain(domain))
        .containsExactly(
            new Problem(
                "example.com",
                "mx.example.com",
                Cause.CERTIFICATE_EXPIRED,
                Consequence.REFUSED,
                Reports.DAY.day(),
                Reports.DAY.day(),
                10,
                List.of("a", "b")));
  }

  @Test
  void problemEndsWithTheDaysInWhichProblemsAreLookedFor() {
    report("a");
    diagnoseAll();
    problems = service(Clock.offset(CLOCK, Duration.ofDays(13)));
    diagnoseAll();
    assertThat(problems.ofAccount(account, 10)).hasSize(1);

    problems = service(Clock.offset(CLOCK, Duration.ofDays(14)));
    assertThat(problems.due(0, 10)).containsExactly(domain);
    diagnoseAll();

    assertThat(problems.ofAccount(account, 10)).isEmpty();
  }

  @Test
  void showsNoneOfADomainThatIsNotVerifiedAnyMoreOrOfAnotherAccount() {
    report("a");
    diagnoseAll();
    assertThat(problems.ofAccount(StoredDomains.account(DATABASE.sql(), "bob"), 10)).isEmpty();

    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED'");

    assertThat(problems.ofAccount(account, 10)).isEmpty();
    assertThat(problems.ofDomain(domain)).isEmpty();
    assertThat(problems.isCurrent(account)).isTrue();
  }

  @Test
  void tellsInNumbersWhatIsOpenTheWorstDomainFirst() {
    long tested = StoredDomains.verified(DATABASE.sql(), "ann", "a.example");
    report(tested, "a", "testing", "mx1.a.example", "mx2.a.example");
    report("a");
    diagnoseAll();

    ProblemSummary open = problems.summaryOfAccount(account);
    assertThat(open.problems())
        .containsExactly(entry(Consequence.REFUSED, 1L), entry(Consequence.WOULD_BE_REFUSED, 2L));
    assertThat(open.broken())
        .containsExactly(
            entry("example.com", Consequence.REFUSED),
            entry("a.example", Consequence.WOULD_BE_REFUSED));
    assertThat(open.total()).isEqualTo(3);
    assertThat(open.isClear()).isFalse();
    assertThat(problems.summaryOfDomain(tested).worst()).contains(Consequence.WOULD_BE_REFUSED);
    assertThat(problems.ofAccount(account, 2))
        .extracting(Problem::mxHost)
        .containsExactly("mx.example.com", "mx1.a.example");
  }

  @Test
  void saysOfWhichDomainsWithReportsNothingIsKnownYet() {
    assertThat(problems.summaryOfAccount(account).isClear()).isTrue();

    report("a");
    ProblemSummary open = problems.summaryOfAccount(account);
    assertThat(open.undiagnosed()).containsExactly("example.com");
    assertThat(open.isClear()).isFalse();
    assertThat(open.worst()).isEmpty();
    assertThat(problems.summaryOfDomain(domain)).isEqualTo(open);
    diagnoseAll();

    assertThat(problems.summaryOfAccount(account).undiagnosed()).isEmpty();
  }

  @Test
  void keepsFiveHundredProblemsOfADomain() {
    report(
        domain,
        "a",
        "enforce",
        IntStream.range(0, 501).mapToObj(number -> "mx" + number).toArray(String[]::new));
    diagnoseAll();

    assertThat(DATABASE.number("select count(*) from open_problem")).isEqualTo(500);
  }

  @Test
  void domainThatChangesWhileItIsDiagnosedIsDueAgain() {
    report("a");
    Sql changing =
        new Sql(DATABASE.dataSource()) {
          @Override
          public <T> List<T> list(String query, RowReader<T> reader, Object... values) {
            if (query.contains("from rollup_failure")) {
              inAnotherThread(() -> report("late"));
            }
            return super.list(query, reader, values);
          }
        };
    problems.trends = Rollups.trends(changing);
    diagnoseAll();

    assertThat(problems.due(0, 10)).containsExactly(domain);
  }

  @Test
  void leavesADomainAloneThatIsGone() {
    report("a");
    DATABASE.sql().update("delete from monitored_domain");

    DATABASE.inTransaction(() -> problems.diagnose(domain));

    assertThat(DATABASE.number("select count(*) from open_problem")).isZero();
  }

  private void diagnoseAll() {
    problems.due(0, 10).forEach(due -> DATABASE.inTransaction(() -> problems.diagnose(due)));
  }

  private void report(String organization) {
    report(domain, organization, "enforce", "MX.example.com");
  }

  /** Of a certificate that has expired at each of these hosts. */
  private void report(long domainId, String organization, String mode, String... mxHosts) {
    Report report =
        new Report(
            organization,
            null,
            "1",
            Reports.DAY,
            List.of(
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of("version: STSv1", "mode: " + mode),
                    "example.com",
                    List.of(),
                    new SessionCounts(7, 5),
                    Arrays.stream(mxHosts).map(ProblemServiceTest::expired).toList())));
    Submissions.store(DATABASE.dataSource(), List.of(Submissions.of(domainId, report)));
    DATABASE.inTransaction(() -> Rollups.recomputeAll(rollups));
  }

  private static FailureDetail expired(String mxHost) {
    return new FailureDetail(
        ResultType.CERTIFICATE_EXPIRED, "192.0.2.1", mxHost, null, null, 5, null, null);
  }

  private static void inAnotherThread(Runnable work) {
    CompletableFuture.runAsync(work).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static ProblemService service(Clock clock) {
    return Problems.service(DATABASE.sql(), clock);
  }
}
