package farol.acceptance;

import java.io.IOException;
import java.net.URI;
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
 * Senders that post the next report as soon as the last one is answered, until they are told to
 * stop or the server is gone, and keep a ledger of what they were promised.
 */
final class EagerLoad {
  private final Queue<ReportMix.Made> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<ReportMix.Made> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final List<Future<?>> senders = new ArrayList<>();
  private final ExecutorService executor;
  private volatile boolean stopping;

  private EagerLoad(int senders) {
    executor = Executors.newFixedThreadPool(senders);
  }

  /**
   * Begins to post.
   *
   * @param series begins the reports' ids
   * @param senders 50 at most: so many posts may an address have under way
   */
  static EagerLoad start(URI collector, String series, int senders) {
    EagerLoad load = new EagerLoad(senders);
    for (int sender = 0; sender < senders; sender++) {
      ReportMix mix = new ReportMix(series + sender, series.hashCode() + sender);
      load.senders.add(load.executor.submit(() -> load.post(collector, mix)));
    }
    return load;
  }

  private void post(URI collector, ReportMix mix) {
    ReportMix.Made report = mix.next();
    try (KeptConnection connection = new KeptConnection(collector, Client.trustingAll())) {
      while (!stopping) {
        int status = connection.post(report.gzip());
        if (status == 201) {
          acknowledged.add(report);
        } else {
          refusals.add(status);
        }
        posts.incrementAndGet();
        report = mix.next();
      }
    } catch (IOException gone) {
      unanswered.add(report);
    }
  }

  /** Waits until so many more posts have been answered. */
  void awaitMore(int answers) throws IOException, InterruptedException {
    int enough = posts.get() + answers;
    Client.await(posts::get, count -> count >= enough);
  }

  /** Has every sender stop after the answer that it waits for. */
  void stop() throws ExecutionException, InterruptedException {
    stopping = true;
    awaitEnd();
  }

  /** Waits until every sender has lost its connection to a server that was killed. */
  void awaitEnd() throws ExecutionException, InterruptedException {
    for (Future<?> sender : senders) {
      sender.get();
    }
    executor.shutdown();
  }

  /** The reports that were answered with 201. */
  List<ReportMix.Made> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The reports that nothing was said about: they may be stored or not. */
  List<ReportMix.Made> unanswered() {
    return List.copyOf(unanswered);
  }

  /** All other answers. */
  List<Integer> refusals() {
    return List.copyOf(refusals);
  }
}
