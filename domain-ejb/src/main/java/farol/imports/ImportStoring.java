package farol.imports;

import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.Judged.Admitted;
import farol.intake.Judged.Dismissed;
import farol.intake.ReportArrivals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/**
 * Sends what was judged on its way into the database, in its order and without waiting for it; but
 * no more at once than can be held in memory, for reports may be large.
 */
@Dependent
public class ImportStoring {
  private static final int ROOM = 8_192;

  /** What a report takes in, beside its failure details. */
  private static final int LEAST_ROOM = 16;

  @Inject ReportArrivals arrivals;

  private final Semaphore room = new Semaphore(ROOM);

  /** Begins; what was dismissed has come to its end. */
  public ImportItem.Storing begin(ImportItem.Found found) {
    return new ImportItem.Storing(
        found.importId(), found.place(), found.readBytes(), store(found.judged()));
  }

  private CompletionStage<Ending> store(Judged judged) {
    if (judged instanceof Dismissed dismissed) {
      return CompletableFuture.completedStage(dismissed.ending());
    }
    Admitted admitted = (Admitted) judged;
    int needed = Math.min(ROOM, LEAST_ROOM + failureDetails(admitted));
    room.acquireUninterruptibly(needed);
    return arrivals.store(admitted).whenComplete((ending, failure) -> room.release(needed));
  }

  private static int failureDetails(Admitted admitted) {
    return admitted.submissions().stream()
        .flatMap(submission -> submission.report().policies().stream())
        .mapToInt(policy -> policy.failures().size())
        .sum();
  }
}
