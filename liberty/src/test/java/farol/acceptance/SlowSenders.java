package farol.acceptance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Senders that send a byte a second, from a hundred addresses: half of them of a head that never
 * ends, half of a body. Whoever loses its connection makes a new one at once.
 */
final class SlowSenders implements AutoCloseable {
  private static final int ADDRESSES = 100;
  private static final int THREADS = 8; // a byte costs microseconds, a new connection a handshake

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);
  private final List<SlowSender> senders = new ArrayList<>();
  private final List<ScheduledFuture<?>> ticks = new ArrayList<>();
  private final Map<String, AtomicInteger> ends = new ConcurrentHashMap<>();
  private final URI server;

  private SlowSenders(URI server) {
    this.server = server;
  }

  /**
   * Has them come within a second.
   *
   * @param paths of collectors, which they share out among them
   */
  static SlowSenders start(URI server, List<String> paths, int number) {
    SlowSenders all = new SlowSenders(server);
    for (int i = 0; i < number; i++) {
      String source = "127.40." + i % ADDRESSES + ".1";
      SlowSender sender =
          all.new SlowSender(source, paths.get(i % paths.size()), i / ADDRESSES % 2 == 0);
      all.senders.add(sender);
      long second = Duration.ofSeconds(1).toNanos();
      all.ticks.add(
          all.clock.scheduleAtFixedRate(
              sender::sendOneByte, second * i / number, second, TimeUnit.NANOSECONDS));
    }
    return all;
  }

  /** How many have a connection now. */
  long connected() {
    return senders.stream().filter(sender -> sender.connection != null).count();
  }

  /** How many connections have ended, by the status of the answer, or {@code closed} without. */
  Map<String, AtomicInteger> ends() {
    return new TreeMap<>(ends);
  }

  @Override
  public void close() throws InterruptedException, ExecutionException, IOException {
    for (ScheduledFuture<?> tick : ticks) {
      if (tick.isDone()) {
        tick.get(); // fails as it did
      }
    }
    clock.shutdownNow();
    if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("a slow sender does not end");
    }
    for (SlowSender sender : senders) {
      sender.disconnect();
    }
  }

  /** One of them; for one thread at a time. */
  private final class SlowSender {
    private final String source;
    private final String head;
    private final boolean dripsHead;
    private volatile @Nullable RawConnection connection;
    private int sent;

    SlowSender(String source, String path, boolean dripsHead) {
      this.source = source;
      this.dripsHead = dripsHead;
      this.head =
          dripsHead
              ? "POST " + path + " HTTP/1.1\r\nHost: rpt.example.net\r\nX-More: "
              : RawConnection.head(path, "Content-Length: 1000000");
    }

    void sendOneByte() {
      try {
        RawConnection current = connection;
        if (current != null && current.isOver()) {
          note(String.valueOf(current.answer().status()));
          disconnect();
          current = null;
        }
        send(current == null ? connect() : current);
      } catch (IOException gone) {
        note("closed");
        disconnect();
      }
    }

    private RawConnection connect() throws IOException {
      RawConnection made = new RawConnection(server, source);
      connection = made;
      sent = 0;
      if (!dripsHead) {
        made.send(head);
      }
      return made;
    }

    private void send(RawConnection current) throws IOException {
      boolean inHead = dripsHead && sent < head.length();
      current.send(inHead ? head.substring(sent, sent + 1) : "x");
      sent++;
    }

    private void note(String end) {
      ends.computeIfAbsent(end, key -> new AtomicInteger()).incrementAndGet();
    }

    private void disconnect() {
      RawConnection current = connection;
      connection = null;
      if (current != null) {
        current.abandon();
      }
    }
  }
}
