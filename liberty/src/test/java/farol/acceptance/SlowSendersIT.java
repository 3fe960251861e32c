package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What honest senders notice of very many slow ones. The system properties {@code
 * farol.slow.senders}, {@code farol.slow.seconds} and {@code farol.slow.millis} say how many there
 * are, for how long, and what 99 of 100 honest posts may take; 200, 20 and 10,000 unless they are
 * set.
 */
class SlowSendersIT {
  private static final System.Logger LOGGER = System.getLogger(SlowSendersIT.class.getName());

  private static final int SENDERS = Integer.getInteger("farol.slow.senders", 200);
  private static final int SECONDS = Integer.getInteger("farol.slow.seconds", 20);
  private static final Duration LONGEST_P99 =
      Duration.ofMillis(Integer.getInteger("farol.slow.millis", 10_000));
  private static final int MOST_MORE_THREADS = 50;
  private static final int HONEST_A_SECOND = 5;

  // So many that slow bodies are not refused as too many of one domain's.
  private static final int ATTACKED_DOMAINS = 9;

  private static RunningFarol farol;
  private static Client client;
  private static URI honest;
  private static final List<String> ATTACKED = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    client = new Client(farol);
    honest = URI.create(new TestDomain(farol, "example.com").add().collector());
    for (int i = 1; i <= ATTACKED_DOMAINS; i++) {
      TestDomain domain = new TestDomain(farol, "slow" + i + ".example.org").add();
      ATTACKED.add(URI.create(domain.collector()).getPath());
    }
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void slowSendersCostTheirConnectionsAndNothingElse() throws Exception {
    SteadyLoad warmUp = honestLoad("before");
    warmUp.awaitQuickAnswers();
    double threadsBefore = threads();
    var unused = warmUp.stop();

    SteadyLoad load = honestLoad("meanwhile");
    SlowSenders slow = SlowSenders.start(URI.create(farol.internet()), ATTACKED, SENDERS);
    double mostThreads = 0;
    long connections = 0;
    try (slow) {
      for (int second = 0; second < SECONDS; second++) {
        Thread.sleep(1_000);
        mostThreads = Math.max(mostThreads, threads());
        connections += slow.connected();
      }
    }
    List<Answered> answers = load.stop();
    AnswerTimes times = AnswerTimes.of(answers);
    LOGGER.log(
        INFO,
        "{0,number,#} slow senders, {1,number,#} connected on average, ended: {2}; threads {3} before, {4} at most; {5,number,#} honest reports, {6}",
        SENDERS,
        connections / SECONDS,
        slow.ends(),
        threadsBefore,
        mostThreads,
        answers.size(),
        times);

    assertThat(answers).extracting(Answered::status).containsOnly(201);
    assertThat(times.p99()).isLessThan(LONGEST_P99);
    assertThat(threadsBefore).isPositive();
    assertThat(mostThreads).isLessThanOrEqualTo(threadsBefore + MOST_MORE_THREADS);
    assertThat(connections / SECONDS).isGreaterThan(SENDERS / 2);
  }

  private static SteadyLoad honestLoad(String series) {
    return SteadyLoad.fromManyNetworks(honest, new ReportMix(series, 1), HONEST_A_SECOND, "127.10");
  }

  private static double threads() throws IOException, InterruptedException {
    return client.metric("thread_count");
  }
}
