package farol.acceptance;

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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts new reports at a steady rate, however long the answers take, and notes each answer: as many
 * senders as posts a second.
 */
final class SteadyLoad {
  private static final Duration QUICK = Duration.ofMillis(300);

  @FunctionalInterface
  private interface Connecting {
    ReportSender connect() throws IOException;
  }

  private final ReportMix mix;
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> senders = new ArrayList<>();
  private final ExecutorService executor;
  private volatile boolean stopping;
  private volatile Duration slowest = Duration.ZERO;

  private SteadyLoad(ReportMix mix, int perSecond) {
    this.mix = mix;
    executor = Executors.newFixedThreadPool(perSecond);
  }

  /**
   * Begins to post, each sender on one connection and from an address of its own, for an address
   * may have no more than 50 posts under way.
   *
   * @param series begins the reports' ids
   */
  static SteadyLoad start(URI collector, String series, int perSecond) {
    AtomicInteger connections = new AtomicInteger();
    return start(
        new ReportMix(series, perSecond),
        perSecond,
        () ->
            new KeptConnection(
                collector,
                Client.trustingAll(),
                "127.50.0." + (1 + connections.getAndIncrement() % 250)));
  }

  /**
   * Begins to post as many organisations do: each report on a new connection, from another network
   * than the 199 before.
   *
   * @param network the first two numbers of the loopback addresses to come from
   */
  static SteadyLoad fromManyNetworks(URI collector, ReportMix mix, int perSecond, String network) {
    AtomicInteger posts = new AtomicInteger();
    ReportSender sender =
        report -> {
          String source = network + '.' + posts.getAndIncrement() % 200 + ".1";
          try (RawConnection connection = new RawConnection(collector, source)) {
            return connection.post(collector.getPath(), report).status();
          }
        };
    return start(mix, perSecond, () -> sender);
  }

  private static SteadyLoad start(ReportMix mix, int perSecond, Connecting connecting) {
    SteadyLoad load = new SteadyLoad(mix, perSecond);
    long start = System.nanoTime();
    for (int sender = 0; sender < perSecond; sender++) {
      long first = start + Duration.ofSeconds(1).toNanos() * sender / perSecond;
      load.senders.add(
          load.executor.submit(
              () -> {
                load.postEverySecond(connecting, first);
                return null;
              }));
    }
    return load;
  }

  private void postEverySecond(Connecting connecting, long first)
      throws IOException, InterruptedException {
    try (ReportSender sender = connecting.connect()) {
      long next = first;
      while (!stopping) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())).toMillis());
        ReportMix.Made report = nextReport();
        long posted = System.nanoTime();
        int status = sender.post(report.gzip());
        Duration took = Duration.ofNanos(System.nanoTime() - posted);
        answers.add(new Answered(report, status, took));
        note(took);
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
