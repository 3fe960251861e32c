package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What has been acknowledged is there once after the server, its database, or both are killed in
 * the middle of a load, again and again. The system property {@code farol.crash.rounds} says how
 * often; 3 unless it is set.
 */
class CrashIT {
  private static final System.Logger LOGGER = System.getLogger(CrashIT.class.getName());

  private static final int ROUNDS = Integer.getInteger("farol.crash.rounds", 3);
  private static final int SENDERS = 16;
  private static final int POSTS_BEFORE_KILL = 500;
  private static final int POSTS_INTO_SPOOL = 100;

  private enum Victim {
    DATABASE,
    SERVER,
    BOTH,
    SERVER_WHILE_IT_SPOOLS
  }

  private final Map<String, ReportMix.Made> posted = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private int inherited; // reports that this server found in its spool
  private RunningFarol farol;
  private Client client;
  private TestDomain domain;
  private URI collector;

  @BeforeEach
  void start() throws Exception {
    farol = RunningFarol.start(RunningFarol.WITHOUT_RATES);
    client = new Client(farol);
    domain = new TestDomain(farol, "example.com").add().prove();
    collector = URI.create(domain.collector());
  }

  @AfterEach
  void stop() {
    farol.close();
  }

  @Test
  void acknowledgedReportsSurviveEveryCrashAndAreThereOnce() throws Exception {
    Victim[] victims = Victim.values();
    for (int round = 1; round <= ROUNDS; round++) {
      Victim victim = victims[(round - 1) % victims.length];
      String series = "crash-" + round + "-";
      EagerLoad load = EagerLoad.start(collector, series, SENDERS);
      load.awaitMore(POSTS_BEFORE_KILL);
      if (victim == Victim.DATABASE) {
        crashOfDatabaseGoesUnnoticed(load);
      } else {
        crashOfServerEndsIt(load, victim);
      }

      assertThat(load.refusals()).as("round " + round).isEmpty();
      assertAllThereOnce(load, series);
    }
    assertTotalsAreThoseOfWhatIsStored();
  }

  /** Posts go on being acknowledged, through the spool; in the end each is counted once. */
  private void crashOfDatabaseGoesUnnoticed(EagerLoad load) throws Exception {
    farol.killDatabase();
    load.awaitMore(POSTS_INTO_SPOOL);
    farol.awaitDatabase();
    load.awaitMore(POSTS_INTO_SPOOL);
    load.stop();

    assertThat(load.unanswered()).isEmpty();
    assertThat(farol.log()).contains("reports go to the spool");
    int posts = load.acknowledged().size(); // since this server was started
    assertCounted(posts, posts + inherited);
  }

  /** The next server takes in what it finds in the spool, and counts it. */
  private void crashOfServerEndsIt(EagerLoad load, Victim victim) throws Exception {
    if (victim != Victim.SERVER) {
      farol.killDatabase();
    }
    if (victim == Victim.SERVER_WHILE_IT_SPOOLS) {
      load.awaitMore(POSTS_INTO_SPOOL);
    }
    farol.killServer();
    load.awaitEnd();
    inherited = farol.spooled().size();

    farol.restart();

    assertCounted(0, inherited);
  }

  /** By this server, in all that it has done, once the spool is empty. */
  private void assertCounted(int received, int ended) throws IOException, InterruptedException {
    client.awaitDrained();
    // The last is counted a moment after it has left the spool.
    Map<String, Double> outcomes =
        Client.await(client::outcomes, counts -> sum(counts.values()) == ended);
    assertThat(outcomes)
        .containsAllEntriesOf(Map.of("refused", 0.0, "failed", 0.0, "unknown_token", 0.0));
    assertThat(client.metric("farol_reports_received_total")).isEqualTo(received);
    assertThat(client.metric("farol_spool_set_aside")).isZero();
  }

  private static double sum(Collection<Double> counts) {
    return counts.stream().mapToDouble(Double::doubleValue).sum();
  }

  private void assertAllThereOnce(EagerLoad load, String series) throws Exception {
    Set<String> promised = new HashSet<>();
    for (ReportMix.Made report : load.acknowledged()) {
      promised.add(report.id());
      posted.put(report.id(), report);
    }
    load.unanswered().forEach(report -> posted.put(report.id(), report));
    acknowledged.addAll(promised);

    Map<String, Integer> stored = stored(series);
    assertThat(stored.keySet()).as(series).containsAll(promised);
    assertThat(stored.values()).as(series).containsOnly(1);
  }

  private void assertTotalsAreThoseOfWhatIsStored() throws Exception {
    Map<String, Integer> stored = stored("crash-");
    Set<String> lost = new HashSet<>(acknowledged);
    lost.removeAll(stored.keySet());
    int duplicates = stored.values().stream().mapToInt(times -> times - 1).sum();
    LOGGER.log(
        INFO,
        "{0} rounds, {1,number,#} acknowledged, {2} lost, {3} duplicates",
        ROUNDS,
        acknowledged.size(),
        lost.size(),
        duplicates);
    assertThat(lost).isEmpty();
    assertThat(duplicates).isZero();
    assertThat(posted.keySet()).containsAll(stored.keySet());

    IndependentTotals expected = new IndependentTotals();
    posted.values().stream()
        .filter(report -> stored.containsKey(report.id()))
        .forEach(expected::add);
    domain.rollUp();
    expected.assertSaidBy(domain.get("/summary?from=2026-08-01&to=2026-12-31"));
  }

  /** How often each report id is stored that begins so. */
  private Map<String, Integer> stored(String series) throws IOException, SQLException {
    Map<String, Integer> times = new HashMap<>();
    try (Connection database = farol.database();
        PreparedStatement query =
            database.prepareStatement(
                "select report_id, count(*) from report where report_id like ? group by report_id")) {
      query.setString(1, series + '%');
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          times.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return times;
  }
}
