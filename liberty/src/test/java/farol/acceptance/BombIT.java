package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import farol.wire.Bombs;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What bodies of 1 MiB that would inflate to 1 GiB do to a server with half of the usual heap. The
 * system properties {@code farol.bombs.volleys} and {@code farol.bombs.millis} say how many times a
 * hundred of them come at once, and how long one alone may take; 1 and 10,000 unless they are set.
 */
class BombIT {
  private static final System.Logger LOGGER = System.getLogger(BombIT.class.getName());

  private static final int VOLLEYS = Integer.getInteger("farol.bombs.volleys", 1);
  private static final Duration LONGEST_ANSWER =
      Duration.ofMillis(Integer.getInteger("farol.bombs.millis", 10_000));
  private static final int HEAP_MEGABYTES = 512;
  private static final int SINGLE = 20;
  private static final int AT_ONCE = 100;
  private static final int HONEST_A_SECOND = 5;

  private static RunningFarol farol;
  private static Client client;
  private static URI honest;
  private static URI attacked;
  private static byte[] bomb;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of("JVM_ARGS", "-Xmx" + HEAP_MEGABYTES + "m"));
    client = new Client(farol);
    honest = URI.create(new TestDomain(farol, "example.com").add().collector());
    TestDomain domain = new TestDomain(farol, "example.org").add();
    attacked = URI.create(domain.collector());
    bomb = Bombs.of(domain.report().toString(), " ");
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void bombsAreRefusedSoonAndHarmNobody() throws Exception {
    assertThat(client.metric("memory_maxHeap_bytes")).isBetween(1.0, HEAP_MEGABYTES * 1_048_576.0);
    SteadyLoad load =
        SteadyLoad.fromManyNetworks(honest, new ReportMix("honest", 1), HONEST_A_SECOND, "127.10");
    load.awaitQuickAnswers();

    Duration slowest = slowestOfSingleBombs();
    long start = System.nanoTime();
    for (int volley = 0; volley < VOLLEYS; volley++) {
      postAtOnce();
      assertThat(client.get("/health").status()).isEqualTo(200);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    List<Answered> answers = load.stop();
    LOGGER.log(
        INFO,
        "one bomb refused in {0} ms at most, {1} times 100 at once in {2} ms; {3} honest reports, {4}",
        slowest.toMillis(),
        VOLLEYS,
        took.toMillis(),
        answers.size(),
        AnswerTimes.of(answers));
    assertThat(answers).extracting(Answered::status).containsOnly(201);
    assertThat(slowest).isLessThan(LONGEST_ANSWER);
  }

  private static Duration slowestOfSingleBombs() throws IOException {
    Duration slowest = Duration.ZERO;
    for (int i = 0; i < SINGLE; i++) {
      try (RawConnection connection = connect(i)) {
        long start = System.nanoTime();
        assertRefused(connection.post(attacked.getPath(), bomb));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
    }
    return slowest;
  }

  /** All wait for their answers together. */
  private static void postAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
    List<RawConnection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        connections.add(connect(i));
      }
      List<Future<RawConnection.Answer>> answers = new ArrayList<>();
      for (RawConnection connection : connections) {
        answers.add(executor.submit(() -> connection.post(attacked.getPath(), bomb)));
      }
      for (Future<RawConnection.Answer> answer : answers) {
        assertRefused(answer.get());
      }
    } finally {
      executor.shutdown();
      for (RawConnection connection : connections) {
        connection.close();
      }
    }
  }

  private static RawConnection connect(int sender) throws IOException {
    return new RawConnection(attacked, "127.20." + sender + ".1");
  }

  private static void assertRefused(RawConnection.Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("DECODED_TOO_LARGE");
  }
}
