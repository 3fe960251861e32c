package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
import farol.domain.shared.DayRange;
import farol.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportArchiveTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final DayRange DAYS = DayRange.endingOn(Reports.DAY.day(), 3);

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
    List<ReportHead> piece = archive.after(domain, DAYS, last, 2);
    while (!piece.isEmpty()) {
      all.addAll(piece);
      last = piece.get(piece.size() - 1);
      piece = archive.after(domain, DAYS, last, 2);
    }

    assertThat(all)
        .extracting(ReportHead::reportId)
        .containsExactly("report-4", "report-1", "report-5", "report-3", "report-2");
    assertThat(all).isEqualTo(archive.page(domain, DAYS, 0, 500).items());
  }

  @Test
  void pieceDoesNotMoveWhenOthersComeIn() {
    List<ReportHead> first = archive.after(domain, DAYS, null, 2);
    store(7, 0);

    assertThat(archive.after(domain, DAYS, first.get(1), 1))
        .extracting(ReportHead::reportId)
        .containsExactly("report-5");
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
    Report of = Submissions.withKey(number, 1);
    Duration before = Duration.ofDays(daysBefore);
    ReportWindow window =
        new ReportWindow(of.window().start().minus(before), of.window().end().minus(before));
    Submissions.store(
        DATABASE.dataSource(),
        List.of(
            Submissions.of(
                domain,
                new Report(of.organization(), null, of.reportId(), window, of.policies()))));
  }
}
