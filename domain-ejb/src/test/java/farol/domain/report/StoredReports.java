package farol.domain.report;

import farol.domain.shared.DayRange;
import farol.store.DatabaseException;
import farol.store.Sql;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** What stores reports and finds them again, outside a container; for tests of what is around. */
public final class StoredReports {
  private static final DayRange DAYS = DayRange.endingOn(Reports.DAY.day(), 7);

  private StoredReports() {}

  /** An intake that stores each report at once. */
  public static ReportIntake intake(DataSource database) {
    return new Immediately(new IntakeStore(database));
  }

  private static final class Immediately extends ReportIntake {
    private final IntakeStore database;

    Immediately(IntakeStore database) {
      this.database = database;
    }

    @Override
    public CompletionStage<Acceptance> submit(Submission submission) {
      try {
        return CompletableFuture.completedFuture(database.store(List.of(submission)).get(0));
      } catch (DatabaseException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Those of a domain, about the week that ends with {@link Reports#DAY}. */
  public static List<ReportHead> of(Sql sql, long domainId) {
    ReportStore reports = new ReportStore();
    reports.sql = sql;
    return reports.list(domainId, ReportSearch.of(DAYS), 0, 500);
  }

  /** Rewrites them. */
  public static ReportRevision revision(Sql sql, DataSource database) {
    ReportRevision revision = new ReportRevision();
    revision.reports = new RevisionStore();
    revision.reports.sql = sql;
    revision.reports.database = database;
    return revision;
  }
}
