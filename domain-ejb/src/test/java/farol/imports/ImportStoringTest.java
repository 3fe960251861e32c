package farol.imports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.Reports;
import farol.domain.report.SessionCounts;
import farol.domain.report.Submissions;
import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.wire.archive.ArchivePlace;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ImportStoringTest {
  private final ConcurrentLinkedQueue<CompletableFuture<Ending>> underWay =
      new ConcurrentLinkedQueue<>();
  private final ImportStoring storing = new ImportStoring();

  {
    storing.arrivals =
        new ReportArrivals() {
          @Override
          public CompletionStage<Ending> store(Judged.Admitted admitted) {
            CompletableFuture<Ending> ending = new CompletableFuture<>();
            underWay.add(ending);
            return ending;
          }
        };
  }

  @Test
  void whatWasDismissedIsNotStored() {
    Ending foreign = new Ending(Verdict.FOREIGN, "FOREIGN", "of example.org");

    ImportItem.Storing item = storing.begin(found(new Judged.Dismissed(foreign)));

    assertThat(item.ending()).isCompletedWithValue(foreign);
    assertThat(underWay).isEmpty();
  }

  @Test
  void smallReportsGoByTheHundreds() {
    for (int i = 0; i < 500; i++) {
      storing.begin(found(withFailures(0)));
    }

    assertThat(underWay).hasSize(500);
  }

  @Test
  void aLargeReportWaitsUntilTheOneBeforeIsStored() throws Exception {
    ImportItem.Storing first = storing.begin(found(withFailures(20_000)));
    CompletableFuture<ImportItem.Storing> second =
        CompletableFuture.supplyAsync(() -> storing.begin(found(withFailures(20_000))));
    assertThat(second).failsWithin(200, TimeUnit.MILLISECONDS);
    assertThat(underWay).hasSize(1);

    underWay.remove().completeExceptionally(new IllegalStateException("the database is away"));

    assertThat(second).succeedsWithin(10, TimeUnit.SECONDS);
    assertThat(underWay).hasSize(1);
    assertThat(first.ending()).isCompletedExceptionally();
  }

  private static ImportItem.Found found(Judged judged) {
    return new ImportItem.Found(1, new ArchivePlace(0, "old.zip!0"), 10, judged);
  }

  private static Judged withFailures(int number) {
    List<FailureDetail> failures = Collections.nCopies(number, Reports.fullFailure());
    Report report =
        Reports.withPolicies(
            new ReportedPolicy(
                PolicyType.STS,
                List.of(),
                "example.com",
                List.of(),
                new SessionCounts(0, number),
                failures));
    return new Judged.Admitted(List.of(Submissions.of(1, report)));
  }
}
