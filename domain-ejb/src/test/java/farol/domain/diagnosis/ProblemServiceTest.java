package farol.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

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
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
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
    assertThat(problems.ofAccount(account)).isEmpty();

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
    assertThat(problems.ofAccount(account)).hasSize(1);

    problems = service(Clock.offset(CLOCK, Duration.ofDays(14)));
    assertThat(problems.due(0, 10)).containsExactly(domain);
    diagnoseAll();

    assertThat(problems.ofAccount(account)).isEmpty();
  }

  @Test
  void showsNoneOfADomainThatIsNotVerifiedAnyMoreOrOfAnotherAccount() {
    report("a");
    diagnoseAll();
    assertThat(problems.ofAccount(StoredDomains.account(DATABASE.sql(), "bob"))).isEmpty();

    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED'");

    assertThat(problems.ofAccount(account)).isEmpty();
    assertThat(problems.ofDomain(domain)).isEmpty();
    assertThat(problems.isCurrent(account)).isTrue();
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
    FailureDetail expired =
        new FailureDetail(
            ResultType.CERTIFICATE_EXPIRED,
            "192.0.2.1",
            "MX.example.com",
            null,
            null,
            5,
            null,
            null);
    Report report =
        new Report(
            organization,
            null,
            "1",
            Reports.DAY,
            List.of(
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of("version: STSv1", "mode: enforce"),
                    "example.com",
                    List.of(),
                    new SessionCounts(7, 5),
                    List.of(expired))));
    Submissions.store(DATABASE.dataSource(), List.of(Submissions.of(domain, report)));
    DATABASE.inTransaction(() -> Rollups.recomputeAll(rollups));
  }

  private static ProblemService service(Clock clock) {
    return Problems.service(DATABASE.sql(), clock);
  }
}
