package farol.benchmarks;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * How much is gained by storing what queues together: P3 is reports a commit against connections,
 * P4 is reports a second against one report a transaction, on the same endpoint. Servers take
 * turns, so that a machine that gets slower or faster meanwhile touches both alike.
 */
public final class GroupCommit {
  private static final PrintStream OUT = System.out;
  private static final int CONNECTIONS = 32;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final int MOST_WARM_UPS = 12;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private GroupCommit() {}

  /** What one server did, over all rounds. */
  private static final class Measured {
    private final RunningFarol farol;
    private final Client client;
    private final Load load;
    private double rates;
    private double reports;
    private double commits;

    Measured(int largestBatch) throws IOException, InterruptedException {
      Map<String, String> settings = new HashMap<>(RunningFarol.WITHOUT_RATES);
      settings.put("FAROL_LIMIT_INTAKE_BATCH", String.valueOf(largestBatch));
      farol = RunningFarol.start(settings);
      client = new Client(farol);
      String url =
          client
              .post("/api/v1/domains", "{\"name\":\"example.com\"}")
              .body()
              .path("collector")
              .path("url")
              .asText();
      load = new Load(URI.create(url), CONNECTIONS);
    }

    /** Until it gets no faster: a new server compiles its code for a minute or more. */
    void warmUp() throws InterruptedException, ExecutionException {
      double best = load.run(WARM_UP);
      double last = load.run(WARM_UP);
      for (int run = 2; run < MOST_WARM_UPS && last > 1.03 * best; run++) {
        best = Math.max(best, last);
        last = load.run(WARM_UP);
      }
    }

    void measure(String name) throws IOException, InterruptedException, ExecutionException {
      double reportsBefore = client.metric("farol_intake_committed_reports_total");
      double commitsBefore = client.metric("farol_intake_commits_total");
      double rate = load.run(MEASURED);
      rates += rate;
      reports += client.metric("farol_intake_committed_reports_total") - reportsBefore;
      commits += client.metric("farol_intake_commits_total") - commitsBefore;
      OUT.printf(Locale.ROOT, "%-28s %8.0f reports/s%n", name, rate);
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Measured grouped = new Measured(512);
    Measured single = new Measured(1);
    try (RunningFarol one = grouped.farol;
        RunningFarol other = single.farol) {
      grouped.warmUp();
      single.warmUp();
      OUT.println("warm");
      for (int round = 0; round < ROUNDS; round++) {
        grouped.measure("group commit");
        single.measure("one report a transaction");
      }
    }
    double perCommit = grouped.reports / grouped.commits;
    OUT.printf(Locale.ROOT, "reports a commit %.1f of %d connections%n", perCommit, CONNECTIONS);
    OUT.printf(Locale.ROOT, "P3 %.2f (goal: at least 0.80)%n", perCommit / CONNECTIONS);
    OUT.printf(Locale.ROOT, "P4 %.2f (goal: at least 3.50)%n", grouped.rates / single.rates);
  }
}
