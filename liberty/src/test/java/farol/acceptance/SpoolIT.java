package farol.acceptance;

import static java.lang.System.Logger.Level.INFO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client.Answer;
import farol.launcher.ExternalPostgres;
import farol.spool.TinyDisk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What senders are told while the database is away, and what is there when it is back. The system
 * properties {@code farol.outage.seconds} and {@code farol.outage.rate} say how long it is away
 * under load, and under how many posts a second; 10 and 50 unless they are set.
 */
class SpoolIT {
  private static final System.Logger LOGGER = System.getLogger(SpoolIT.class.getName());

  private static final int OUTAGE_SECONDS = Integer.getInteger("farol.outage.seconds", 10);
  private static final int RATE = Integer.getInteger("farol.outage.rate", 50);
  private static final int SPOOL_BYTES = 32 << 20;
  private static final Duration LONGEST_ANSWER = Duration.ofMillis(2_500);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);
  private static final String GZIP = "application/tlsrpt+gzip";
  private static final String JSON = "application/tlsrpt+json";

  private static ExternalPostgres postgres;
  private static RunningFarol farol;
  private static Client client;

  private TestDomain domain;
  private String collector;
  private double receivedBefore;
  private Map<String, Double> outcomesBefore;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        ExternalPostgres.start(
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "farol-postgres-"));
    Map<String, String> settings = new TreeMap<>(RunningFarol.WITHOUT_RATES);
    settings.putAll(postgres.settings());
    settings.put("FAROL_LIMIT_SPOOL_BYTES", String.valueOf(SPOOL_BYTES));
    farol = RunningFarol.start(settings);
    client = new Client(farol);
  }

  @AfterAll
  static void stop() throws Exception {
    farol.close();
    postgres.close();
  }

  @BeforeEach
  void addDomain() throws Exception {
    domain = new TestDomain(farol, "example.com").add().prove();
    collector = domain.collector();
    receivedBefore = client.metric("farol_reports_received_total");
    outcomesBefore = client.outcomes();
  }

  @AfterEach
  void deleteDomain() throws Exception {
    postgres.start();
    client.awaitDrained();
    domain.close();
  }

  @Test
  void loadGoesOnThroughAnOutageAndEveryReportIsThereOnceAfterwards() throws Exception {
    SteadyLoad load = startLoad("away");
    postgres.stop();
    Thread.sleep(Duration.ofSeconds(OUTAGE_SECONDS).toMillis());
    postgres.start();

    assertAllThereAfterOutageUnder(load);
  }

  @Test
  void hangingDatabaseKeepsNobodyWaiting() throws Exception {
    SteadyLoad load = startLoad("hanging");
    postgres.hang();
    Thread.sleep(Duration.ofSeconds(OUTAGE_SECONDS).toMillis());
    postgres.start();

    assertAllThereAfterOutageUnder(load);
  }

  /** However many wait for one token to be looked up, somebody is left to do it. */
  @Test
  void manySendersAtOnceAreNotTakenForAnOutage() throws Exception {
    EagerLoad load = EagerLoad.start(URI.create(collector), "eager", 48);
    load.awaitMore(4_000); // a server that has just started is slow
    long before = lookupsThatTookTooLong();
    for (int i = 0; i < 10; i++) {
      domain.prove(); // has its collector looked up anew
      load.awaitMore(200);
    }
    load.stop();

    assertThat(load.refusals()).isEmpty();
    assertThat(lookupsThatTookTooLong()).isEqualTo(before);
  }

  private static long lookupsThatTookTooLong() throws IOException {
    return farol
        .log()
        .lines()
        .filter(line -> line.contains("token could not be looked up"))
        .count();
  }

  @Test
  void spooledReportsOutliveAKilledServer() throws Exception {
    postgres.stop();
    List<ReportMix.Made> spooled = new ArrayList<>();
    ReportMix mix = new ReportMix("killed", 1);
    for (int i = 0; i < 100; i++) {
      spooled.add(mix.next());
      assertThat(statusIn(post(spooled.get(i)))).isEqualTo("spooled");
    }
    Path unfinished = spoolFolder().resolve("0000000000000009999.report.unfinished");
    Files.writeString(unfinished, "half a report");
    farol.killServer();
    postgres.start();

    farol.restart();
    client.awaitDrained();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(spooled));
    assertThat(spoolFiles()).isEmpty();
  }

  @Test
  void promisesNoMoreThanTheSpoolMayHold() throws Exception {
    postgres.stop();
    List<String> promised = new ArrayList<>();
    Answer answer = postLarge("large-0");
    while (answer.status() == 201) {
      promised.add("large-" + promised.size());
      answer = postLarge("large-" + promised.size());
    }

    assertThat(promised).hasSizeBetween(SPOOL_BYTES / LARGE_BYTES - 2, SPOOL_BYTES / LARGE_BYTES);
    assertNowhereToStore(answer);
    assertThat(client.metric("farol_spool_reports")).isEqualTo(promised.size());
    assertThat(client.metric("farol_spool_bytes")).isBetween(SPOOL_BYTES * 0.9, SPOOL_BYTES * 1.0);
    postgres.start();
    client.awaitDrained();
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(promised);
    assertThat(received()).isEqualTo(promised.size() + 1);
    assertThat(outcomesNow()).isEqualTo(Map.of("stored", promised.size(), "failed", 1));
  }

  @Test
  void promisesNoMoreThanItsDiskHolds() throws Exception {
    postgres.stop();
    List<ReportMix.Made> promised = new ArrayList<>();
    ReportMix mix = new ReportMix("disk", 1);
    try (TinyDisk disk = TinyDisk.over(spoolFolder(), 128)) {
      Files.createDirectory(spoolFolder().resolve("set-aside"));
      ReportMix.Made report = mix.next();
      Answer answer = post(report);
      while (answer.status() == 201) {
        promised.add(report);
        report = mix.next();
        answer = post(report);
      }

      assertThat(promised).isNotEmpty();
      assertNowhereToStore(answer);
      assertThat(client.get("/health/ready").status()).isEqualTo(503);
      postgres.start();
      client.awaitDrained();
    }
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(idsOf(promised));
    assertThat(client.get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  void tokensAreJudgedWhenTheDatabaseIsBackAndNeverWritten() throws Exception {
    String unknown = collector.replaceAll(".{16}$", "0123456789abcdef");
    String neverSeen = collector.replaceAll(".{16}$", "fedcba9876543210");
    ReportMix mix = new ReportMix("tokens", 1);
    assertThat(statusOfPostTo(unknown, mix.next())).isEqualTo(404);
    postgres.stop();

    ReportMix.Made kept = mix.next();
    assertThat(statusIn(post(kept))).isEqualTo("spooled");
    assertThat(statusOfPostTo(neverSeen, mix.next())).isEqualTo(201);
    assertThat(statusOfPostTo(unknown, mix.next())).isEqualTo(404);
    assertThat(statusOfPostTo(collector + "x", mix.next())).isEqualTo(404);
    assertThat(client.report(neverSeen, "{".getBytes(US_ASCII), JSON).status()).isEqualTo(400);
    assertThat(spoolFiles()).hasSize(2);
    for (Path file : spoolFiles()) {
      assertThat(Files.readString(file, ISO_8859_1))
          .doesNotContain(tokenIn(collector), tokenIn(neverSeen));
    }
    Answer health = client.get("/health/ready");
    assertThat(health.status()).as(health.body().toString()).isEqualTo(200);
    assertThat(health.body().toString()).contains("\"database\":\"away\"", "\"spooledReports\":2");

    postgres.start();
    client.awaitDrained();
    assertThat(ids()).containsExactly(kept.id());
    assertThat(received()).isEqualTo(3);
    assertThat(outcomesNow()).isEqualTo(Map.of("stored", 1, "refused", 2, "unknown_token", 3));
    // It says so a moment after the last report has left.
    assertThat(Client.await(farol::log, said -> said.contains("spool is drained")))
        .contains("reports go to the spool", "the spool is drained reports=1", "UNKNOWN_TOKEN")
        .doesNotContain(tokenIn(collector), tokenIn(neverSeen));
  }

  private SteadyLoad startLoad(String series) throws IOException, InterruptedException {
    SteadyLoad load = SteadyLoad.start(URI.create(collector), series, RATE);
    load.awaitQuickAnswers();
    return load;
  }

  /** In the database, in the totals and in the counters, each once; and nobody waited for long. */
  private void assertAllThereAfterOutageUnder(SteadyLoad load) throws Exception {
    Duration drained = client.awaitDrained();
    Thread.sleep(2_000);
    List<Answered> answers = load.stop();
    client.awaitDrained();
    LOGGER.log(
        INFO,
        "{0} reports, slowest answer {1}, drained in {2}, {3}",
        answers.size(),
        load.slowest(),
        drained,
        outcomesNow());

    assertThat(answers).extracting(Answered::status).containsOnly(201);
    assertThat(answers).hasSizeGreaterThan(RATE * OUTAGE_SECONDS);
    assertThat(load.slowest()).isLessThan(LONGEST_ANSWER);
    assertThat(drained).isLessThan(LONGEST_DRAIN);
    assertThat(ids())
        .containsExactlyInAnyOrderElementsOf(
            answers.stream().map(answer -> answer.report().id()).toList());
    assertThat(received()).isEqualTo(answers.size());
    // A commit may go through whose confirmation is lost: the drain takes that report for a
    // duplicate.
    assertThat(outcomesNow())
        .satisfies(outcomes -> assertThat(outcomes.keySet()).isSubsetOf("stored", "duplicate"));
    assertThat(outcomesNow().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(answers.size());
    assertThat(spoolFiles()).isEmpty();
    IndependentTotals expected = new IndependentTotals();
    answers.forEach(answer -> expected.add(answer.report()));
    domain.rollUp();
    expected.assertSaidBy(domain.get("/summary?from=2026-08-01&to=2026-12-31"));
  }

  private Answer post(ReportMix.Made report) throws IOException, InterruptedException {
    return client.report(collector, report.gzip(), GZIP);
  }

  private static int statusOfPostTo(String url, ReportMix.Made report)
      throws IOException, InterruptedException {
    return client.report(url, report.gzip(), GZIP).status();
  }

  private static final int LARGE_BYTES = 1_000_000;

  /** Posts a report with much blank space. */
  private Answer postLarge(String reportId) throws IOException, InterruptedException {
    String report = domain.report().put("report-id", reportId).toString();
    String large = report + " ".repeat(LARGE_BYTES - report.length());
    return client.report(collector, large.getBytes(US_ASCII), JSON);
  }

  private static String statusIn(Answer answer) {
    return answer.body().path("status").asText();
  }

  private static void assertNowhereToStore(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body().path("code").asText()).isEqualTo("STORAGE_UNAVAILABLE");
  }

  /** How many reports have been received in this test. */
  private double received() throws IOException, InterruptedException {
    return client.metric("farol_reports_received_total") - receivedBefore;
  }

  /** What became of them, by outcome. */
  private Map<String, Integer> outcomesNow() throws IOException, InterruptedException {
    Map<String, Integer> counts = new TreeMap<>();
    client
        .outcomes()
        .forEach(
            (outcome, count) -> {
              int more = (int) Math.round(count - outcomesBefore.getOrDefault(outcome, 0.0));
              if (more > 0) {
                counts.put(outcome, more);
              }
            });
    return counts;
  }

  /** The ids of the reports in the database. */
  private static List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select report_id from report")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private static List<String> idsOf(List<ReportMix.Made> reports) {
    return reports.stream().map(ReportMix.Made::id).toList();
  }

  private static Path spoolFolder() {
    return farol.data().resolve("spool");
  }

  private static List<Path> spoolFiles() throws IOException {
    try (Stream<Path> files = Files.list(spoolFolder())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String tokenIn(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
