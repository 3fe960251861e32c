package farol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Posts new reports at a steady rate, however long the answers take, and notes each answer: as many
 * senders as posts a second, each with a connection of its own.
 */
final class SteadyLoad {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration QUICK = Duration.ofMillis(300);

  private final ReportMix mix;
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> senders = new ArrayList<>();
  private final ExecutorService executor;
  private volatile boolean stopping;
  private volatile Duration slowest = Duration.ZERO;

  /** A report with what came of its post. */
  record Answered(ReportMix.Made report, int status) {
    JsonNode json() {
      try {
        return JSON.readTree(report.json());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private SteadyLoad(String series, int perSecond) {
    mix = new ReportMix(series, perSecond);
    executor = Executors.newFixedThreadPool(perSecond);
  }

  /**
   * Begins to post.
   *
   * @param series begins the reports' ids
   */
  static SteadyLoad start(URI collector, String series, int perSecond) {
    SteadyLoad load = new SteadyLoad(series, perSecond);
    long start = System.nanoTime();
    for (int sender = 0; sender < perSecond; sender++) {
      long first = start + Duration.ofSeconds(1).toNanos() * sender / perSecond;
      load.senders.add(
          load.executor.submit(
              () -> {
                load.postEverySecond(collector, first);
                return null;
              }));
    }
    return load;
  }

  private void postEverySecond(URI collector, long first) throws IOException, InterruptedException {
    try (KeptConnection connection = new KeptConnection(collector, Client.trustingAll())) {
      long next = first;
      while (!stopping) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())).toMillis());
        ReportMix.Made report = nextReport();
        long posted = System.nanoTime();
        answers.add(new Answered(report, connection.post(report.gzip())));
        note(Duration.ofNanos(System.nanoTime() - posted));
        next += Duration.ofSeconds(1).toNanos();
      }
    }
  }

  private synchronized ReportMix.Made nextReport() {
    return mix.next();
  }

  private synchronized void note(Duration took) {
    slowest = took.compareTo(slowest) > 0 ? took : slowest;
  }

  /**
   * Waits until no answer takes long: a server that has just started is slow. Only answers after
   * this count for the {@link #slowest}.
   */
  void awaitQuickAnswers() throws IOException, InterruptedException {
    var unused = Client.await(this::slowestFromNowOn, slow -> slow.compareTo(QUICK) < 0);
  }

  private Duration slowestFromNowOn() throws InterruptedException {
    slowest = Duration.ZERO;
    Thread.sleep(2_000);
    return slowest;
  }

  /** How long the slowest answer took. */
  Duration slowest() {
    return slowest;
  }

  /** Waits for the answers that are still to come; fails if one did not. */
  List<Answered> stop() throws ExecutionException, InterruptedException {
    stopping = true;
    for (Future<?> sender : senders) {
      sender.get();
    }
    executor.shutdown();
    return List.copyOf(answers);
  }
}
