package farol.domain.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.monitored.StoredDomains;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.Reports;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.domain.report.Submissions;
import farol.domain.shared.DayRange;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What failures have in common, on a real database. */
class FailureStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final LocalDate FIRST_DAY = Reports.DAY.day();
  private static final LocalDate SECOND_DAY = FIRST_DAY.plusDays(1);
  private static final DayRange RANGE = new DayRange(FIRST_DAY, SECOND_DAY);

  private final FailureStore failures = new FailureStore();
  private final AccountTrendStore ofAccount = new AccountTrendStore();
  private long account;

  @BeforeEach
  void storeFailures() {
    failures.sql = DATABASE.sql();
    ofAccount.sql = DATABASE.sql();
    account = StoredDomains.account(DATABASE.sql(), "ann");
    long domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "other.example");
    FailureDetail expired = failure(ResultType.CERTIFICATE_EXPIRED, null, "MX1.example.com", 5);
    FailureDetail missing =
        failure(ResultType.VALIDATION_FAILURE, "MX_HOSTS_MISMATCH", "mx2.example.com", 3);
    FailureDetail unfetched = failure(ResultType.STS_POLICY_FETCH_ERROR, null, null, 2);
    store(domain, report("a", 0, PolicyType.STS, "example.com", expired, missing));
    store(domain, report("b", 1, PolicyType.TLSA, "example.com", expired));
    store(other, report("b", 1, PolicyType.STS, "example.com", unfetched));
    store(domain, report("c", 2, PolicyType.STS, "example.com", expired));
    store(domain, report("d", 0, PolicyType.STS, "foreign.example", expired));
    store(
        StoredDomains.pending(DATABASE.sql(), "ann", "pending.example"),
        report("e", 0, PolicyType.STS, "example.com", expired));
    store(
        StoredDomains.verified(DATABASE.sql(), "bob", "example.com"),
        report("f", 0, PolicyType.STS, "example.com", expired));
    Rollups.recomputeAll(
        Rollups.service(DATABASE.sql(), Clock.fixed(Reports.DAY.end(), ZoneOffset.UTC)));
  }

  @Test
  void tellsKindsApartTheMostFailedFirst() {
    assertThat(failures.kinds(question(Map.of())))
        .extracting(
            slice -> slice.kind().resultType(),
            slice -> slice.kind().reasonCode(),
            slice -> slice.kind().policyType(),
            KindSlice::failed,
            KindSlice::first,
            KindSlice::last)
        .containsExactly(
            tuple("certificate-expired", "", "sts", 5L, FIRST_DAY, FIRST_DAY),
            tuple("certificate-expired", "", "tlsa", 5L, SECOND_DAY, SECOND_DAY),
            tuple("validation-failure", "MX_HOSTS_MISMATCH", "sts", 3L, FIRST_DAY, FIRST_DAY),
            tuple("sts-policy-fetch-error", "", "sts", 2L, SECOND_DAY, SECOND_DAY));
  }

  @Test
  void tellsFailuresApartByAnythingElse() {
    assertThat(failures.page(question(Map.of()), FailureBy.MX, 0, 10))
        .isEqualTo(
            new FailurePage(
                List.of(
                    new FailureSlice("mx1.example.com", 10, FIRST_DAY, SECOND_DAY),
                    new FailureSlice("mx2.example.com", 3, FIRST_DAY, FIRST_DAY),
                    new FailureSlice(FailureQuestion.NOT_GIVEN, 2, SECOND_DAY, SECOND_DAY)),
                3,
                15));
    assertThat(values(FailureBy.REPORTER)).containsExactly("a 8", "b 7");
    assertThat(values(FailureBy.SENDING_ADDRESS)).containsExactly("192.0.2.1 15");
    assertThat(values(FailureBy.DOMAIN)).containsExactly("example.com 13", "other.example 2");
    assertThat(values(FailureBy.POLICY_TYPE)).containsExactly("sts 10", "tlsa 5");
    assertThat(values(FailureBy.RESULT_TYPE))
        .containsExactly(
            "certificate-expired 10", "validation-failure 3", "sts-policy-fetch-error 2");
    assertThat(values(FailureBy.DAY)).containsExactly(SECOND_DAY + " 7", FIRST_DAY + " 8");
  }

  @Test
  void rollUpOfTheAccountTellsTheSame() {
    for (FailureBy by : FailureBy.values()) {
      if (by != FailureBy.SENDING_ADDRESS) {
        assertThat(ofAccount.page(account, RANGE, by, 0, 10))
            .isEqualTo(failures.page(question(Map.of()), by, 0, 10));
      }
    }
    assertThat(ofAccount.kinds(account, RANGE))
        .containsExactlyInAnyOrderElementsOf(failures.kinds(question(Map.of())));
  }

  @Test
  void failureRowsTellTheSame() {
    FailureQuestion addressed = question(Map.of(FailureBy.SENDING_ADDRESS, "192.0.2.1"));

    for (FailureBy by : FailureBy.values()) {
      assertThat(failures.page(addressed, by, 0, 10))
          .isEqualTo(failures.page(question(Map.of()), by, 0, 10));
    }
    assertThat(failures.kinds(addressed)).isEqualTo(failures.kinds(question(Map.of())));
  }

  @Test
  void readsAPageAtATime() {
    FailurePage second = failures.page(question(Map.of()), FailureBy.MX, 1, 2);

    assertThat(second.items()).extracting(FailureSlice::failed).containsExactly(2L);
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.failed()).isEqualTo(15);
    assertThat(failures.page(question(Map.of()), FailureBy.MX, 9, 2))
        .isEqualTo(new FailurePage(List.of(), 0, 0));
  }

  @Test
  void keepsToWhatIsAskedFor() {
    assertThat(only(FailureBy.MX, "mx1.example.com")).isEqualTo(10);
    assertThat(only(FailureBy.MX, FailureQuestion.NOT_GIVEN)).isEqualTo(2);
    assertThat(only(FailureBy.REPORTER, "a")).isEqualTo(8);
    assertThat(only(FailureBy.SENDING_ADDRESS, "192.0.2.1")).isEqualTo(15);
    assertThat(only(FailureBy.DOMAIN, "other.example")).isEqualTo(2);
    assertThat(only(FailureBy.POLICY_TYPE, "tlsa")).isEqualTo(5);
    assertThat(only(FailureBy.RESULT_TYPE, "validation-failure")).isEqualTo(3);
    assertThat(only(FailureBy.DAY, SECOND_DAY.toString())).isEqualTo(7);
    assertThat(only(FailureBy.DAY, "no day")).isZero();
    assertThat(
            failures
                .kinds(question(Map.of(FailureBy.MX, "mx1.example.com", FailureBy.REPORTER, "b")))
                .stream()
                .map(KindSlice::failed))
        .containsExactly(5L);
  }

  @Test
  void keepsToTypesWithTheirReasons() {
    FailureQuestion any = question(Map.of());
    FailureKind missing = new FailureKind("validation-failure", "MX_HOSTS_MISMATCH", "", List.of());
    FailureKind unreasoned = new FailureKind("validation-failure", "", "", List.of());

    assertThat(failures.page(any.ofKinds(List.of(missing, unreasoned)), FailureBy.MX, 0, 10))
        .extracting(FailurePage::failed)
        .isEqualTo(3L);
    assertThat(failures.page(any.ofKinds(List.of(unreasoned)), FailureBy.MX, 0, 10).items())
        .isEmpty();
    assertThat(failures.page(any.ofKinds(List.of()), FailureBy.MX, 0, 10).items()).isEmpty();
  }

  private long only(FailureBy by, String value) {
    return failures.page(question(Map.of(by, value)), FailureBy.DOMAIN, 0, 10).failed();
  }

  private List<String> values(FailureBy by) {
    return failures.page(question(Map.of()), by, 0, 10).items().stream()
        .map(slice -> slice.value() + " " + slice.failed())
        .toList();
  }

  private FailureQuestion question(Map<FailureBy, String> only) {
    return new FailureQuestion(account, RANGE, only, null);
  }

  private static void store(long domain, Report report) {
    Submissions.store(DATABASE.dataSource(), List.of(Submissions.of(domain, report)));
  }

  private static Report report(
      String organization,
      int day,
      PolicyType type,
      String policyDomain,
      FailureDetail... details) {
    Duration later = Duration.ofDays(day);
    long failed = List.of(details).stream().mapToLong(FailureDetail::failedSessions).sum();
    return new Report(
        organization,
        null,
        "1",
        new ReportWindow(Reports.DAY.start().plus(later), Reports.DAY.end().plus(later)),
        List.of(
            new ReportedPolicy(
                type,
                List.of("mode: enforce"),
                policyDomain,
                List.of(),
                new SessionCounts(0, failed),
                List.of(details))));
  }

  private static FailureDetail failure(
      ResultType type, @Nullable String reason, @Nullable String mxHost, long failed) {
    return new FailureDetail(type, "192.0.2.1", mxHost, null, null, failed, null, reason);
  }
}
