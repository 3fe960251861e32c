package farol.benchmarks;

import farol.acceptance.KeptConnection;
import farol.acceptance.ReportMix;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** One of many that post reports. Only one thread may use it. */
final class Sender {
  private static final long REST_MILLIS = 100; // after a broken connection

  private final URI collector;
  private final Connecting connecting;
  private final ReportMix mix;
  private final Handshakes handshakes = new Handshakes();
  private SSLContext tls = handshakes.context();

  Sender(URI collector, Connecting connecting, ReportMix mix) {
    this.collector = collector;
    this.connecting = connecting;
    this.mix = mix;
  }

  /**
   * Posts report after report.
   *
   * @param end on the clock of {@link System#nanoTime}
   */
  Answers postUntil(long end) throws InterruptedException {
    Answers answers = new Answers();
    while (System.nanoTime() < end) {
      try {
        post(answers, end);
      } catch (IOException broken) {
        answers.broken();
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      }
    }
    return answers;
  }

  /** As much as goes over one connection. The first answer's time has that of connecting in it. */
  private void post(Answers answers, long end) throws IOException {
    long start = System.nanoTime();
    long full = handshakes.full();
    try (KeptConnection connection = connect()) {
      do {
        int status = connection.post(mix.next().gzip());
        long now = System.nanoTime();
        answers.answered(status, now - start);
        start = now;
      } while (connecting == Connecting.KEPT && start < end);
    } finally {
      answers.connected(handshakes.full() > full);
    }
  }

  private KeptConnection connect() throws IOException {
    if (connecting == Connecting.NEW) {
      tls = handshakes.context();
    }
    return new KeptConnection(collector, tls);
  }
}
