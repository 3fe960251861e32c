package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

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
 * A flood of one domain's collector from two networks, by loopback addresses of their own, under
 * the limits that are the default. The system property {@code farol.flood.seconds} says for how
 * long; 10 unless it is set.
 */
class FloodIT {
  private static final System.Logger LOGGER = System.getLogger(FloodIT.class.getName());

  private static final int SECONDS = Integer.getInteger("farol.flood.seconds", 10);
  private static final int FLOODERS = 20;
  private static final int POSTS_A_SECOND_EACH = 25;
  private static final int NETWORKS = 2;
  private static final int MOST_OF_NETWORK_A_MINUTE = 60;
  private static final int OTHERS_A_SECOND = 5;

  private static RunningFarol farol;
  private static URI flooded;
  private static URI other;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    flooded = URI.create(new TestDomain(farol, "example.com").add().collector());
    other = URI.create(new TestDomain(farol, "example.org").add().collector());
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void floodIsTurnedAwayAndNobodyElse() throws Exception {
    SteadyLoad toOthers =
        SteadyLoad.fromManyNetworks(
            other, new ReportMix("other", 1, "example.org"), OTHERS_A_SECOND, "127.10");
    SteadyLoad fromOthers =
        SteadyLoad.fromManyNetworks(flooded, new ReportMix("beside", 1), 1, "127.20");
    toOthers.awaitQuickAnswers();

    long start = System.nanoTime();
    List<RawConnection.Answer> answers = flood();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    List<Answered> ofOthers = toOthers.stop();
    List<Answered> ofOtherNetworks = fromOthers.stop();
    long taken = answers.stream().filter(answer -> answer.status() == 201).count();
    LOGGER.log(
        INFO,
        "{0,number,#} posts in {1} s, {2} taken; other domain: {3} reports, {4}; other networks: {5}, {6}",
        answers.size(),
        took.toSeconds(),
        taken,
        ofOthers.size(),
        AnswerTimes.of(ofOthers),
        ofOtherNetworks.size(),
        AnswerTimes.of(ofOtherNetworks));
    assertThat(ofOthers).extracting(Answered::status).containsOnly(201);
    assertThat(ofOtherNetworks).extracting(Answered::status).containsOnly(201);
    assertThat(answers).extracting(RawConnection.Answer::status).containsOnly(201, 429);
    assertThat(taken)
        .isLessThanOrEqualTo((took.toMinutes() + 1) * NETWORKS * MOST_OF_NETWORK_A_MINUTE);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(
            answer -> assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60));
  }

  private static List<RawConnection.Answer> flood() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(FLOODERS);
    List<Future<List<RawConnection.Answer>>> flooders = new ArrayList<>();
    for (int i = 0; i < FLOODERS; i++) {
      String source = "127.30." + i % NETWORKS + '.' + (1 + i);
      ReportMix mix = new ReportMix("flood-" + i, i);
      flooders.add(executor.submit(() -> flood(source, mix)));
    }
    List<RawConnection.Answer> answers = new ArrayList<>();
    for (Future<List<RawConnection.Answer>> flooder : flooders) {
      answers.addAll(flooder.get());
    }
    executor.shutdown();
    return answers;
  }

  /** Posts at its rate as long as the server keeps up, on one connection. */
  private static List<RawConnection.Answer> flood(String source, ReportMix mix)
      throws IOException, InterruptedException {
    List<RawConnection.Answer> answers = new ArrayList<>();
    try (RawConnection connection = new RawConnection(flooded, source)) {
      long start = System.nanoTime();
      for (int i = 0; i < SECONDS * POSTS_A_SECOND_EACH; i++) {
        long due = start + Duration.ofSeconds(1).toNanos() * i / POSTS_A_SECOND_EACH;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())).toMillis());
        answers.add(connection.post(flooded.getPath(), mix.next().gzip()));
      }
    }
    return answers;
  }
}
