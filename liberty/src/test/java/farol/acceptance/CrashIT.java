package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What the server has acknowledged is there once after it is killed in the middle of a load, again
 * and again. The system property {@code farol.crash.rounds} says how often; 2 unless it is set.
 */
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("farol.crash.rounds", 2);
  private static final int SENDERS = 16;
  private static final int POSTS_BEFORE_KILL = 500;

  @Test
  void acknowledgedReportsSurviveKilledServersAndAreThereOnce() throws Exception {
    try (RunningFarol farol = RunningFarol.start(RunningFarol.WITHOUT_RATES)) {
      Client client = new Client(farol);
      URI collector = URI.create(new TestDomain(farol, "example.com").add().prove().collector());
      Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
      for (int round = 1; round <= ROUNDS; round++) {
        int before = acknowledged.size();
        loadUntilKilled(farol, collector, round, acknowledged);
        farol.restart();
        assertThat(acknowledged.size() - before)
            .as("round " + round)
            .isGreaterThanOrEqualTo(POSTS_BEFORE_KILL);
        Map<String, Integer> stored = stored(client);
        assertThat(stored.keySet()).as("round " + round).containsAll(acknowledged);
        assertThat(stored.values()).as("round " + round).containsOnly(1);
      }
      assertThat(client.runJob("report-rollup")).isEqualTo("COMPLETED");
      assertThat(client.get(SUMMARY).body().path("reports").asLong())
          .isEqualTo(stored(client).size());
    }
  }

  private static final String SUMMARY =
      "/api/v1/domains/example.com/summary?from=2026-08-01&to=2026-12-31";

  private static void loadUntilKilled(
      RunningFarol farol, URI collector, int round, Queue<String> acknowledged) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    AtomicInteger posts = new AtomicInteger();
    List<Future<?>> ends = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      ReportMix mix = new ReportMix("crash-" + round + "-" + sender, 31L * round + sender);
      ends.add(senders.submit(() -> postUntilClosed(collector, mix, posts, acknowledged)));
    }
    Client.await(posts::get, count -> count >= POSTS_BEFORE_KILL);
    farol.killServer();
    for (Future<?> end : ends) {
      end.get();
    }
    senders.shutdown();
  }

  private static void postUntilClosed(
      URI collector, ReportMix mix, AtomicInteger posts, Queue<String> acknowledged) {
    try (KeptConnection connection = new KeptConnection(collector, Client.trustingAll())) {
      while (true) {
        ReportMix.Made report = mix.next();
        if (connection.post(report.gzip()) == 201) {
          acknowledged.add(report.id());
          posts.incrementAndGet();
        }
      }
    } catch (IOException killed) {
      // The server was killed under this connection: what it had not acknowledged promises nothing.
    }
  }

  /** How often each report id is stored. */
  private static Map<String, Integer> stored(Client client)
      throws IOException, InterruptedException {
    Map<String, Integer> byId = new HashMap<>();
    JsonNode page;
    int number = 0;
    do {
      page =
          client
              .get(
                  "/api/v1/domains/example.com/reports?from=2026-08-01&to=2026-12-31&size=500&page="
                      + number++)
              .body()
              .path("items");
      page.forEach(report -> byId.merge(report.path("reportId").asText(), 1, Integer::sum));
    } while (!page.isEmpty());
    return byId;
  }
}
