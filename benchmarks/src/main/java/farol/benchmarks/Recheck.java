package farol.benchmarks;

import farol.acceptance.Client;
import farol.acceptance.ManyDomains;
import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.util.Locale;
import java.util.Map;

/**
 * P9: how fast job {@code dns-recheck} looks at a thousand verified domains, whose DNS answers
 * after 20 ms, against one domain at a time: the same job on the same server, told so by its
 * parameters, on the first hundred of them. Runs take turns.
 */
public final class Recheck {
  private static final PrintStream OUT = System.out;
  private static final Duration ROUND_TRIP = Duration.ofMillis(20);
  private static final int ALL = 1_000;
  private static final int SAMPLE = 100;
  private static final int ROUNDS = 3;

  /** From so long before the schedule's time that a run does not last until then. */
  private static final ValueRange TAKEN_SECONDS = ValueRange.of(5, 31);

  private static final String JOB = "dns-recheck";

  private final RunningFarol farol;
  private final Client client;
  private final ManyDomains domains;
  private long unanswered;

  private Recheck(RunningFarol farol) throws IOException, SQLException {
    this.farol = farol;
    this.client = new Client(farol);
    this.domains = ManyDomains.add(farol, ALL);
    farol.dns().zone().roundTrip(ROUND_TRIP);
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    try (RunningFarol farol = RunningFarol.start(Map.of())) {
      new Recheck(farol).measure();
    }
  }

  private void measure() throws IOException, InterruptedException, SQLException {
    var unused = client.runJob(JOB); // the first run of all makes the repository of runs
    for (int warmUp = 0; warmUp < ROUNDS; warmUp++) {
      run("warming up", ALL, Map.of());
    }
    OUT.println("warm");
    unanswered = 0;
    double heapBefore = ServerHeap.used(farol.serverPid());
    double together = 0;
    double alone = 0;
    for (int round = 0; round < ROUNDS; round++) {
      together += run("as it is", ALL, Map.of());
      alone += run("one domain at a time", SAMPLE, Map.of("chunkSize", "1", "ahead", "1"));
    }
    double heapAfter = ServerHeap.used(farol.serverPid());
    OUT.printf(Locale.ROOT, "domains with a look-up left open %d%n", unanswered);
    OUT.printf(
        Locale.ROOT, "heap after GC %.0f MiB before, %.0f MiB after%n", heapBefore, heapAfter);
    OUT.printf(Locale.ROOT, "P9 %.1f (goal: at least 25.0)%n", alone / together);
  }

  /** Looks at the first so many domains; milliseconds for each. */
  private double run(String name, int count, Map<String, String> parameters)
      throws IOException, InterruptedException, SQLException {
    keepClearOfTheSchedule();
    domains.makeDue(count);
    long before = runs();
    String end = client.runJob(JOB, parameters);
    if (!end.equals("COMPLETED") || domains.waiting() > 0 || runs() != before + 1) {
      throw new IllegalStateException(
          "%s, %d not looked at, in %d runs".formatted(end, domains.waiting(), runs() - before));
    }
    unanswered += domains.unanswered();
    double millis = millisOfLastRun();
    OUT.printf(
        Locale.ROOT,
        "%-20s %,5d domains in %,6.0f ms, %.2f ms each; at most %d questions open at once%n",
        name,
        count,
        millis,
        millis / count,
        farol.dns().mostOpen());
    return millis / count;
  }

  /** The server starts a run of its own at half past each minute, if domains are due by then. */
  private static void keepClearOfTheSchedule() throws InterruptedException {
    while (TAKEN_SECONDS.isValidIntValue(LocalTime.now(ZoneOffset.UTC).getSecond())) {
      Thread.sleep(100);
    }
  }

  private long runs() throws IOException, SQLException {
    return domains.number(
        "select count(*) from wlpjobexecution join wlpjobinstance on fk_jobinstanceid = jobinstanceid where jobxmlname = 'dns-recheck'");
  }

  private long millisOfLastRun() throws IOException, SQLException {
    return domains.number(
        "select 1000 * extract(epoch from endtime - starttime) from wlpjobexecution order by jobexecid desc limit 1");
  }
}
