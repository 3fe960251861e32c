package farol.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * How much is gained by storing what queues together: P3 is reports a commit against connections,
 * P4 is reports a second against one report a transaction, on the same endpoint. Servers take
 * turns, so that a machine that gets slower or faster meanwhile touches both alike; whose turn it
 * is not is held, or its roll-ups would take from the other. Neither is measured while it still
 * gets faster: how long a new server does depends on the machine.
 */
public final class GroupCommit {
  private static final PrintStream OUT = System.out;
  private static final int CONNECTIONS = 32;
  private static final int ROUNDS = 3;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private GroupCommit() {}

  /** What one server did, over all rounds. */
  private static final class Measured {
    private final LoadedFarol farol;
    private final Load load;
    private final Answers answers = new Answers();
    private double reports;
    private double commits;

    Measured(int largestBatch) throws IOException, InterruptedException {
      farol = LoadedFarol.start(Map.of("FAROL_LIMIT_INTAKE_BATCH", String.valueOf(largestBatch)));
      load = new Load(farol.collector(), CONNECTIONS, Connecting.KEPT);
    }

    double rate() {
      return answers.rate(LoadedFarol.STORED);
    }

    void warmUp() throws IOException, InterruptedException, ExecutionException {
      load.warmUp();
      farol.pause();
    }

    void measure(String name) throws IOException, InterruptedException, ExecutionException {
      farol.resume();
      double reportsBefore = farol.metric("farol_intake_committed_reports_total");
      double commitsBefore = farol.metric("farol_intake_commits_total");
      Answers round = load.run(MEASURED);
      answers.addAll(round);
      reports += farol.metric("farol_intake_committed_reports_total") - reportsBefore;
      commits += farol.metric("farol_intake_commits_total") - commitsBefore;
      farol.pause();
      OUT.printf("%-28s %s%n", name, round);
    }

    /** Works for as long as it will be measured; returns reports a second. */
    double rehearse() throws IOException, InterruptedException, ExecutionException {
      farol.resume();
      double rate = load.run(MEASURED).rate(LoadedFarol.STORED);
      farol.pause();
      return rate;
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Measured grouped = new Measured(512);
    Measured single = new Measured(1);
    try (LoadedFarol one = grouped.farol;
        LoadedFarol other = single.farol) {
      single.farol.pause();
      grouped.warmUp();
      single.farol.resume();
      single.warmUp();
      settle(grouped, single);
      for (int round = 0; round < ROUNDS; round++) {
        grouped.measure("group commit");
        single.measure("one report a transaction");
      }
      one.resume();
      other.resume();
    }
    double perCommit = grouped.reports / grouped.commits;
    OUT.printf(Locale.ROOT, "reports a commit %.1f of %d connections%n", perCommit, CONNECTIONS);
    OUT.printf(Locale.ROOT, "P3 %.2f (goal: at least 0.80)%n", perCommit / CONNECTIONS);
    OUT.printf(Locale.ROOT, "P4 %.2f (goal: at least 3.50)%n", grouped.rate() / single.rate());
  }

  /** Has them take turns as when they are measured, until they get hardly faster by that. */
  private static void settle(Measured grouped, Measured single)
      throws IOException, InterruptedException, ExecutionException {
    double before;
    double now = 0;
    do {
      before = now;
      double groupedNow = grouped.rehearse();
      double singleNow = single.rehearse();
      OUT.printf(Locale.ROOT, "warming up: %.0f/s and %.0f/s%n", groupedNow, singleNow);
      now = groupedNow + singleNow;
    } while (Load.isFaster(now, before));
  }
}
