package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
import farol.domain.shared.DayRange;
import farol.domain.shared.Sorting;
import farol.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportArchiveTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DayRange DAYS = DayRange.endingOn(Reports.DAY.day(), 3);

  private static final ReportSearch ALL = ReportSearch.of(DAYS);

  private final ReportArchive archive = new ReportArchive();
  private long domain;

  @BeforeEach
  void storeOnSeveralDays() {
    archive.reports = new ReportStore();
    archive.reports.sql = DATABASE.sql();
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    store(1, 0);
    store(2, 2);
    store(3, 1);
    store(4, 0);
    store(5, 1);
    store(6, 3); // too early
  }

  @Test
  void piecesMakeUpTheWholeList() {
    List<ReportHead> all = new ArrayList<>();
    @Nullable ReportHead last = null;
    List<ReportHead> piece = archive.after(domain, ALL, last, 2);
    while (!piece.isEmpty()) {
      all.addAll(piece);
      last = piece.get(piece.size() - 1);
      piece = archive.after(domain, ALL, last, 2);
    }

    assertThat(all)
        .extracting(ReportHead::reportId)
        .containsExactly("report-4", "report-1", "report-5", "report-3", "report-2");
    assertThat(all).isEqualTo(archive.page(domain, ALL, 0, 500).items());
  }

  @Test
  void pieceDoesNotMoveWhenOthersComeIn() {
    List<ReportHead> first = archive.after(domain, ALL, null, 2);
    store(7, 0);

    assertThat(archive.after(domain, ALL, first.get(1), 1))
        .extracting(ReportHead::reportId)
        .containsExactly("report-5");
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, false, '8 4 1 5 3 2'",
    "DAY, true, '2 5 3 8 4 1'",
    "REPORTER, false, '8 5 4 3 2 1'",
    "FAILED, false, '8 5 4 3 2 1'",
    "SUCCESSFUL, true, '8 5 4 3 2 1'",
    "RECEIVED, false, '8 5 4 3 2 1'"
  })
  void listIsInTheOrderThatIsAskedFor(ReportKey key, boolean reversed, String order) {
    store(8, 0, "Alpha", new SessionCounts(3, 7), Duration.ofDays(1));

    assertThat(
            found(
                new ReportSearch(DAYS, "", false, OriginFilter.ANY, new Sorting<>(key, reversed))))
        .isEqualTo(order);
  }

  @Test
  void listHasOnlyWhatIsAskedFor() {
    store(8, 0, "Mail 100% GmbH", new SessionCounts(1, 7), Duration.ZERO);
    store(9, 1, "mail_", new SessionCounts(1, 0), Duration.ZERO);

    assertThat(found(searched("MAIL", false))).isEqualTo("8 9");
    assertThat(found(searched(" 100% ", false))).isEqualTo("8");
    assertThat(found(searched("l_", false))).isEqualTo("9");
    assertThat(found(searched("mail", true))).isEqualTo("8");
    assertThat(found(searched("\u0000", false))).isEmpty();
    assertThat(archive.page(domain, searched("mail", false), 1, 1))
        .satisfies(page -> assertThat(page.total()).isEqualTo(2))
        .satisfies(page -> assertThat(page.items()).hasSize(1));
    assertThat(archive.after(domain, searched("mail", true), null, 10)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, '4 1 5 3 2'",
    "POSTED, '5'",
    "MAIL, '1 2'",
    "IMPORTED, '4 3'",
    "UNPROVEN, '4 2'"
  })
  void listHasOnlyWhatCameSo(OriginFilter origins, String numbers) {
    came(1, "MAIL", "ALIGNED");
    came(2, "MAIL", "UNSIGNED");
    came(3, "IMPORT", null); // a report by itself, without a mail
    came(4, "IMPORT", "FAILED");
    came(6, "MAIL", "UNSIGNED"); // too early
    ReportSearch search = new ReportSearch(DAYS, "", false, origins, ReportSearch.USUAL);

    assertThat(found(search)).isEqualTo(numbers);
    assertThat(archive.page(domain, search, 0, 1).total()).isEqualTo(numbers.split(" ", -1).length);
  }

  @Test
  void countsWhatCameWithoutProofInTheDays() {
    assertThat(archive.unproven(domain, DAYS)).isEqualTo(new UnprovenShare(0, 5));

    came(1, "MAIL", "ALIGNED");
    came(2, "MAIL", "OTHER_SIGNER");
    came(3, "IMPORT", null);
    came(4, "IMPORT", "UNDECIDED");
    came(6, "MAIL", "UNSIGNED"); // too early

    assertThat(archive.unproven(domain, DAYS)).isEqualTo(new UnprovenShare(2, 5));
  }

  private void came(int number, String way, @Nullable String grade) {
    DATABASE
        .sql()
        .update(
            "update report set way = ?, grade = ?, key_for_reports = false, grade_detail = '',"
                + " origin_source = 'box' where report_id = ?",
            way,
            grade,
            "report-" + number);
  }

  private static ReportSearch searched(String reporter, boolean failuresOnly) {
    return new ReportSearch(DAYS, reporter, failuresOnly, OriginFilter.ANY, ReportSearch.USUAL);
  }

  /** The numbers of the reports. */
  private String found(ReportSearch search) {
    return archive.page(domain, search, 0, 500).items().stream()
        .map(head -> head.reportId().replace("report-", ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void knowsTheLatestOfADomainAndOfItsAccount() {
    long account = StoredDomains.account(DATABASE.sql(), "ann");
    long silent = StoredDomains.verified(DATABASE.sql(), "ann", "silent.example");
    List<LatestReport> latest = archive.latest(List.of(domain, silent));

    assertThat(latest).extracting(LatestReport::domainId).containsExactly(domain);
    assertThat(latest).isEqualTo(archive.latest(account));
    assertThat(archive.lastReceived(account)).contains(latest.get(0).receivedAt());
    assertThat(archive.hasAny(domain)).isTrue();
    assertThat(archive.hasAny(silent)).isFalse();

    DATABASE.sql().update("update monitored_domain set state = 'SUSPENDED'");
    assertThat(archive.latest(List.of(domain))).isEmpty();
    assertThat(archive.lastReceived(account)).isEmpty();
    assertThat(archive.hasAny(domain)).isFalse();
  }

  private void store(int number, int daysBefore) {
    store(number, daysBefore, "Example Sender Inc.", new SessionCounts(10, 1), Duration.ZERO);
  }

  private void store(
      int number, int daysBefore, String organization, SessionCounts counts, Duration later) {
    Duration before = Duration.ofDays(daysBefore);
    ReportWindow window =
        new ReportWindow(Reports.DAY.start().minus(before), Reports.DAY.end().minus(before));
    Report report =
        new Report(
            organization,
            null,
            "report-" + number,
            window,
            List.of(
                Reports.policy(
                    PolicyType.STS, "example.com", counts.successful(), counts.failed())));
    Submission usual = Submissions.of(domain, report);
    Submissions.store(
        DATABASE.dataSource(),
        List.of(
            new Submission(
                domain,
                report,
                usual.counted(),
                usual.warnings(),
                usual.raw(),
                usual.receivedAt().plus(later))));
  }
}
