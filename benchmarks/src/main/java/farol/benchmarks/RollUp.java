package farol.benchmarks;

import farol.acceptance.RunningFarol;
import farol.domain.diagnosis.ProblemService;
import farol.domain.diagnosis.Problems;
import farol.domain.trend.AccountDay;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import farol.domain.trend.Rollups;
import farol.store.Sql;
import farol.store.TransactionalDataSource;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * What job {@code report-rollup} does, by the services that it calls, in this process and on all
 * processors: the job, one day after another, would take too long for a benchmark's preparation.
 */
final class RollUp {
  private static final int CHUNK = 100;

  private final TransactionalDataSource database;
  private final RollupService rollups;
  private final ProblemService problems;

  private RollUp(String url) {
    database = new TransactionalDataSource(url);
    Sql sql = new Sql(database);
    rollups = Rollups.service(sql, Clock.systemUTC());
    problems = Problems.service(sql, Clock.systemUTC());
  }

  /** Until nothing is left to be recomputed. */
  static void run(RunningFarol farol) throws IOException, InterruptedException, ExecutionException {
    Map<String, String> address = farol.databaseAddress();
    RollUp job =
        new RollUp(
            "jdbc:postgresql://%s:%s/%s?user=%s&password=%s&options=-c%%20synchronous_commit=off"
                .formatted(
                    address.get("PGHOST"),
                    address.get("PGPORT"),
                    address.get("PGDATABASE"),
                    address.get("PGUSER"),
                    address.get("PGPASSWORD")));
    job.all(job.rollups.dirty(DomainDay.FIRST, Integer.MAX_VALUE), job.rollups::recompute);
    job.all(
        job.rollups.dirtyOfAccounts(AccountDay.FIRST, Integer.MAX_VALUE), job.rollups::recompute);
    job.all(job.problems.due(0, Integer.MAX_VALUE), job.problems::diagnose);
  }

  private <T> void all(List<T> items, Consumer<T> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<?>> chunks = new ArrayList<>();
    for (int first = 0; first < items.size(); first += CHUNK) {
      List<T> chunk = items.subList(first, Math.min(items.size(), first + CHUNK));
      chunks.add(threads.submit(() -> database.inTransaction(() -> chunk.forEach(work))));
    }
    for (Future<?> chunk : chunks) {
      chunk.get();
    }
    threads.shutdown();
  }
}
