package farol.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import farol.acceptance.ReportMix;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Senders that post the mix of reports over HTTPS, each the next as soon as it has its answer. */
final class Load {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final int FEWEST_WARM_UPS = 6;
  private static final int MOST_WARM_UPS = 12;

  private final List<Sender> senders = new ArrayList<>();

  /**
   * Prepares senders.
   *
   * @param connections how many senders there are, each on one connection at a time
   */
  Load(URI collector, int connections, Connecting connecting) {
    String series = "load-" + System.currentTimeMillis();
    for (int sender = 0; sender < connections; sender++) {
      ReportMix mix = new ReportMix(series + "-" + sender, sender);
      senders.add(new Sender(collector, connecting, mix));
    }
  }

  /** Posts for some time. */
  Answers run(Duration time) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(senders.size());
    long start = System.nanoTime();
    long startUsed = PROCESS.getProcessCpuTime();
    List<Future<Answers>> all = new ArrayList<>();
    for (Sender sender : senders) {
      all.add(threads.submit(() -> sender.postUntil(start + time.toNanos())));
    }
    Answers answers = new Answers();
    for (Future<Answers> each : all) {
      answers.addAll(each.get());
    }
    answers.took(
        Duration.ofNanos(System.nanoTime() - start),
        Duration.ofNanos(PROCESS.getProcessCpuTime() - startUsed));
    threads.shutdown();
    return answers;
  }

  /** Until it gets no faster: a new server compiles its code for a minute or more. */
  void warmUp() throws InterruptedException, ExecutionException {
    double best = 0;
    double last = run(WARM_UP).count();
    for (int run = 1;
        run < FEWEST_WARM_UPS || (run < MOST_WARM_UPS && isFaster(last, best));
        run++) {
      best = Math.max(best, last);
      last = run(WARM_UP).count();
    }
  }

  /** Whether a server clearly does more than before, and so is still warming up. */
  static boolean isFaster(double now, double before) {
    return now > 1.03 * before;
  }
}
