package farol.benchmarks;

import farol.acceptance.Client;
import farol.acceptance.KeptConnection;
import farol.acceptance.ReportMix;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/**
 * Senders that post the mix of reports over kept HTTPS connections, each the next as soon as the
 * last is acknowledged.
 */
final class Load {
  private final URI collector;
  private final int connections;
  private int runs;

  Load(URI collector, int connections) {
    this.collector = collector;
    this.connections = connections;
  }

  /**
   * Posts for some time.
   *
   * @return acknowledged reports a second
   */
  double run(Duration time) throws InterruptedException, ExecutionException {
    SSLContext tls = Client.trustingAll();
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    runs++;
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Future<Long>> counts = new ArrayList<>();
    for (int sender = 0; sender < connections; sender++) {
      ReportMix mix = new ReportMix("load-" + runs + "-" + sender, sender);
      counts.add(senders.submit(() -> postUntil(end, mix, tls)));
    }
    long acknowledged = 0;
    for (Future<Long> count : counts) {
      acknowledged += count.get();
    }
    senders.shutdown();
    return acknowledged / ((System.nanoTime() - start) / 1e9);
  }

  private long postUntil(long end, ReportMix mix, SSLContext tls) throws IOException {
    long acknowledged = 0;
    try (KeptConnection connection = new KeptConnection(collector, tls)) {
      while (System.nanoTime() < end) {
        int status = connection.post(mix.next().gzip());
        if (status != 201) {
          throw new IOException("a report was answered " + status);
        }
        acknowledged++;
      }
    }
    return acknowledged;
  }
}
