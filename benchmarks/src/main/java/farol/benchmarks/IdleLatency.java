package farol.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P6: how long the only sender waits for its answer, against the only client of pgbench for its
 * insert. Medians; a mean would tell of the few large reports. The two take turns.
 */
public final class IdleLatency {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 3;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private IdleLatency() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Pgbench.require();
    try (LoadedFarol farol = LoadedFarol.start(Map.of())) {
      Pgbench pgbench = Pgbench.on(farol);
      new Load(farol.collector(), 16, Connecting.KEPT).warmUp();
      Load alone = new Load(farol.collector(), 1, Connecting.KEPT);
      Latencies inserts = new Latencies();
      Latencies reports = new Latencies();
      for (int round = 0; round < ROUNDS; round++) {
        inserts.addAll(print("pgbench", pgbench.latencies(MEASURED)));
        reports.addAll(print("reports", alone.run(MEASURED).latencies()));
      }
      OUT.printf(Locale.ROOT, "of the means %.2f%n", ratio(reports.mean(), inserts.mean()));
      double ratio = ratio(reports.within(0.5), inserts.within(0.5));
      OUT.printf(Locale.ROOT, "P6 %.2f (goal: at most 2.00)%n", ratio);
    }
  }

  private static Latencies print(String name, Latencies latencies) {
    OUT.printf(
        Locale.ROOT,
        "%s p50 %.3f ms  p99 %.3f ms  mean %.3f ms%n",
        name,
        Answers.milliseconds(latencies.within(0.5)),
        Answers.milliseconds(latencies.within(0.99)),
        Answers.milliseconds(latencies.mean()));
    return latencies;
  }

  private static double ratio(Duration measured, Duration yardstick) {
    return (double) measured.toNanos() / yardstick.toNanos();
  }
}
