package farol.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P1: reports a second over 64 kept HTTPS connections, each durable before it is answered and all
 * of them in the database in the end, against single rows that pgbench inserts into the same
 * database with 32 clients. The two take turns.
 */
public final class IngestRate {
  private static final PrintStream OUT = System.out;
  private static final int CONNECTIONS = 64;
  private static final int CLIENTS = 32;
  private static final int ROUNDS = 3;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private IngestRate() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Pgbench.require();
    try (LoadedFarol farol = LoadedFarol.start(Map.of())) {
      Pgbench pgbench = Pgbench.on(farol);
      Load load = new Load(farol.collector(), CONNECTIONS, Connecting.KEPT);
      load.warmUp();
      double inserts = 0;
      Answers answers = new Answers();
      long storedBefore = farol.stored();
      for (int round = 0; round < ROUNDS; round++) {
        double rate = pgbench.rate(CLIENTS, MEASURED);
        inserts += rate / ROUNDS;
        OUT.printf(Locale.ROOT, "pgbench %8.0f/s%n", rate);
        Answers reports = load.run(MEASURED);
        answers.addAll(reports);
        OUT.println("reports " + reports);
      }
      long stored = farol.stored() - storedBefore;
      if (stored != answers.count()) {
        throw new IllegalStateException(
            answers.count() + " reports were acknowledged, and " + stored + " are in the database");
      }
      double ratio = answers.rate(LoadedFarol.STORED) / inserts;
      OUT.printf(Locale.ROOT, "P1 %.2f (goal: at least 0.75)%n", ratio);
    }
  }
}
