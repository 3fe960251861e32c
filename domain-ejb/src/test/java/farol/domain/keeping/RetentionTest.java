package farol.domain.keeping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.keeping.Expired.Kind;
import farol.domain.monitored.StoredDomains;
import farol.domain.report.CountedReport;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import farol.domain.report.Submission;
import farol.domain.report.Submissions;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import farol.domain.trend.Rollups;
import farol.settings.Settings;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is dropped when, on a real database. */
class RetentionTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-11-24T03:10:00Z");
  private static final LocalDate OLD_DAY = LocalDate.parse("2026-07-30");
  private static final Instant OLD = Instant.parse("2026-07-31T23:59:59Z");
  private static final Instant NEWER = Instant.parse("2026-08-01T00:00:00Z");
  private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");
  private static final Expired OLD_REPORTS = new Expired(Kind.REPORTS, AUGUST);

  private final RetentionService retention = new RetentionService();
  private RollupService rollups;
  private long domain;

  @BeforeEach
  void prepare() {
    rollups = Rollups.service(DATABASE.sql(), Clock.fixed(OLD, ZoneOffset.UTC));
    retention.store = new RetentionStore();
    retention.store.sql = DATABASE.sql();
    retention.rollups = rollups;
    keep(Map.of());
    at(NOW);
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    dropMonthsOfOtherTests();
  }

  private void dropMonthsOfOtherTests() {
    for (String table : RetentionStore.OF_REPORTS) {
      for (LocalDate month : retention.store.months(table)) {
        retention.store.dropMonth(table, month.plusMonths(1));
      }
    }
  }

  @Test
  void nothingIsTooOldAtFirst() {
    receive(OLD, "a");
    retention.prepareMonths();

    assertThat(months()).isEmpty();
  }

  @Test
  void aMonthExpiresWithItsLastDay() {
    receive(OLD, "a");
    retention.prepareMonths();

    keep(Map.of("FAROL_RETENTION_REPORTS", "116", "FAROL_RETENTION_RAW", "116"));
    assertThat(months()).isEmpty();
    keep(Map.of("FAROL_RETENTION_REPORTS", "115", "FAROL_RETENTION_RAW", "115"));
    assertThat(months()).containsExactly(new Expired(Kind.RAW, AUGUST), OLD_REPORTS);
  }

  @Test
  void bytesMayGoBeforeWhatTheySay() {
    receive(OLD, "a");
    retention.prepareMonths();
    keep(Map.of("FAROL_RETENTION_RAW", "30"));
    assertThat(months().get(0)).isEqualTo(new Expired(Kind.RAW, AUGUST));

    drop(new Expired(Kind.RAW, AUGUST));

    assertThat(rows("report_raw")).isZero();
    assertThat(rows("report_policy")).isEqualTo(1);
    assertThat(rows("report")).isEqualTo(1);
  }

  @Test
  void dropsAMonthOfReportsAndNoOther() {
    receive(OLD, "a");
    receive(NEWER, "b");
    retention.prepareMonths();

    assertThat(drop(OLD_REPORTS)).isEqualTo(1);

    for (String table : List.of("report", "report_raw", "report_policy", "failure_detail")) {
      assertThat(rows(table)).as(table).isEqualTo(1);
    }
    assertThat(DATABASE.number("select count(*) from report where report_id = 'b'")).isEqualTo(1);
  }

  @Test
  void sumsOutliveTheirReports() {
    receive(OLD, "a");
    receive(NEWER, "b");
    recompute();
    retention.prepareMonths();

    drop(OLD_REPORTS);
    receive(NEWER, "late");
    recompute();

    assertThat(failedOnOldDay()).isEqualTo(2);
    assertThat(DATABASE.number("select count(*) from dirty_day")).isZero();
  }

  @Test
  void reportsThatWereNotYetCountedAreCountedBeforeTheyGo() {
    receive(OLD, "a");
    retention.prepareMonths();

    drop(OLD_REPORTS);

    assertThat(failedOnOldDay()).isEqualTo(1);
  }

  @Test
  void mayBeRepeated() {
    receive(OLD, "a");
    retention.prepareMonths();
    drop(OLD_REPORTS);

    assertThat(drop(OLD_REPORTS)).isZero();

    assertThat(failedOnOldDay()).isEqualTo(1);
  }

  @Test
  void countingDropsNothing() {
    receive(OLD, "a");
    retention.prepareMonths();

    assertThat(retention.count(OLD_REPORTS)).isEqualTo(1);
    assertThat(rows("report")).isEqualTo(1);
  }

  @Test
  void dropsNothingOfAMonthWhileItCantHaveTheTables() {
    receive(OLD, "a");
    retention.prepareMonths();

    DATABASE.inTransaction(
        () -> {
          DATABASE.sql().list("select 1 from report_policy", row -> 1);
          assertThatThrownBy(() -> inAnotherThread(() -> drop(OLD_REPORTS)))
              .hasStackTraceContaining("lock timeout");
        });

    assertThat(rows("report")).isEqualTo(1);
    assertThat(rows("failure_detail")).isEqualTo(1);
  }

  @Test
  void takesReportsOfMonthsThatNobodyPreparedAndMakesRoomForThemLater() {
    receive(OLD, "a");
    assertThat(rows("report_policy_other")).isEqualTo(1);

    retention.prepareMonths();

    assertThat(rows("report_policy_other")).isZero();
    assertThat(rows("failure_detail_2026_07")).isEqualTo(1);
    assertThat(rows("report_raw_2026_07")).isEqualTo(1);
  }

  @Test
  void preparesTheMonthsToComeOnce() {
    at(Instant.parse("2024-02-29T23:00:00Z"));
    retention.prepareMonths();
    retention.prepareMonths();

    assertThat(retention.store.months("report_raw"))
        .contains(
            LocalDate.parse("2024-02-01"),
            LocalDate.parse("2024-03-01"),
            LocalDate.parse("2024-05-01"));
  }

  @Test
  void dropsSumsThatNoReportHasChangedForLong() {
    receive(OLD, "a");
    recompute();

    drop(new Expired(Kind.ROLLUPS, LocalDate.parse("2026-07-31")));
    assertThat(rows("rollup_day")).isEqualTo(1);
    drop(new Expired(Kind.ROLLUPS, AUGUST));

    assertThat(rows("rollup_day")).isZero();
    assertThat(rows("rollup_slice")).isZero();
  }

  @Test
  void sumsOfAnAccountGoWithThoseOfItsDomains() {
    receive(OLD, "a");
    DATABASE.inTransaction(() -> Rollups.recomputeAll(rollups));
    assertThat(rows("rollup_account_day")).isEqualTo(1);

    drop(new Expired(Kind.ROLLUPS, AUGUST));
    DATABASE.inTransaction(() -> Rollups.recomputeAll(rollups));

    assertThat(rows("rollup_account_day")).isZero();
    assertThat(rows("rollup_account_slice")).isZero();
  }

  @Test
  void dropsObservationsThatAreOverForLongAndNoneThatStands() {
    observed("old", OLD.atOffset(ZoneOffset.UTC));
    observed("current", null);

    assertThat(drop(new Expired(Kind.OBSERVATIONS, AUGUST))).isEqualTo(1);

    assertThat(DATABASE.number("select count(*) from observation where value = 'current'"))
        .isEqualTo(1);
    assertThat(rows("observation")).isEqualTo(1);
  }

  @Test
  void dropsImportsThatAreOverForLongAndNoneThatIsNot() {
    imported("old", OLD.atOffset(ZoneOffset.UTC));
    imported("newer", NEWER.atOffset(ZoneOffset.UTC));
    imported("waiting", null);

    assertThat(drop(new Expired(Kind.IMPORTS, AUGUST))).isEqualTo(1);

    assertThat(DATABASE.number("select count(*) from report_import where name = 'old'")).isZero();
    assertThat(rows("report_import")).isEqualTo(2);
    assertThat(rows("import_refusal")).isEqualTo(2);
  }

  private void imported(String name, @Nullable OffsetDateTime endedAt) {
    DATABASE
        .sql()
        .update(
            """
            with added as (
              insert into report_import (account_id, name, created_at, created_by, node, state, due_at, ended_at)
              select account_id, ?, ?, 'ann', 'node', ?, ?, ? from monitored_domain where id = ? returning id)
            insert into import_refusal (import_id, ordinal, place, verdict, code, reason)
            select id, 0, '', 'REFUSED', '', '' from added
            """,
            name,
            OLD.atOffset(ZoneOffset.UTC),
            endedAt == null ? "WAITING" : "DONE",
            OLD.atOffset(ZoneOffset.UTC),
            endedAt,
            domain);
  }

  private void observed(String value, @Nullable OffsetDateTime endedAt) {
    OffsetDateTime seen = OLD.atOffset(ZoneOffset.UTC);
    DATABASE
        .sql()
        .update(
            """
            insert into observation (domain_id, kind, subject, value, first_seen, last_seen, ended_at)
            values (?, 'MX', '', ?, ?, ?, ?)
            """,
            domain,
            value,
            seen,
            seen,
            endedAt);
  }

  private void receive(Instant receivedAt, String id) {
    Instant start = OLD_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    Report report =
        new Report(
            "Example Sender Inc.",
            null,
            id,
            new ReportWindow(start, start.plus(Duration.ofDays(1))),
            List.of(
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of(),
                    "example.com",
                    List.of(),
                    new SessionCounts(10, 1),
                    List.of(
                        new FailureDetail(
                            ResultType.CERTIFICATE_EXPIRED,
                            null,
                            null,
                            null,
                            null,
                            1,
                            null,
                            null)))));
    Submissions.store(
        DATABASE.dataSource(),
        List.of(
            new Submission(
                domain,
                report,
                CountedReport.of(report, "example.com", Set.of()),
                List.of(),
                new RawReport("{}".getBytes(UTF_8), null, null),
                receivedAt)));
  }

  private void recompute() {
    DATABASE.inTransaction(() -> rollups.dirty(DomainDay.FIRST, 10).forEach(rollups::recompute));
  }

  private long drop(Expired expired) {
    long[] count = {0};
    DATABASE.inTransaction(() -> count[0] = retention.drop(expired));
    return count[0];
  }

  /** What is kept by the month and may go. */
  private List<Expired> months() {
    return retention.expired().stream()
        .filter(expired -> expired.kind() == Kind.RAW || expired.kind() == Kind.REPORTS)
        .toList();
  }

  private static long failedOnOldDay() {
    return DATABASE.number("select sum(failed) from rollup_day where day = ?", OLD_DAY);
  }

  private static long rows(String table) {
    return DATABASE.number("select count(*) from " + table);
  }

  private void keep(Map<String, String> days) {
    retention.settings = Settings.of(days);
  }

  private void at(Instant now) {
    retention.clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  private static void inAnotherThread(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }
}
