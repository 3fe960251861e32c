package farol.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.browser.Browser;
import farol.domain.monitored.CollectorToken;
import farol.launcher.ExternalPostgres;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A collector's token, through all that could spill it: it must be in no file, in no row and in no
 * answer to a stranger.
 */
class CanaryIT {
  private static final String JSON = "application/tlsrpt+json";
  private static final String DOMAIN = "canary.example.com";
  private static final int SPOOL_REPORTS = 12;

  /**
   * The server repeats a path that it can't decode to whoever sent it, before anything of Farol is
   * asked.
   */
  private static final String UNDECODABLE = "CWWWC0005I";

  private final List<String> tokens = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  private ExternalPostgres postgres;
  private RunningFarol farol;
  private Client client;
  private TestDomain domain;
  private TestDomain mistaken;

  @BeforeEach
  void start() throws Exception {
    postgres =
        ExternalPostgres.start(
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "farol-postgres-"));
    Map<String, String> settings = new TreeMap<>(RunningFarol.WITHOUT_RATES);
    settings.putAll(postgres.settings());
    settings.put("FAROL_LIMIT_IDLE_SECONDS", "2");
    settings.put("FAROL_LIMIT_SPOOL_REPORTS", String.valueOf(SPOOL_REPORTS));
    farol = RunningFarol.start(settings);
    client = new Client(farol);
    domain = new TestDomain(farol, DOMAIN);
    mistaken = new TestDomain(farol, "mistaken.example.com");
  }

  @AfterEach
  void stop() throws Exception {
    farol.close();
    postgres.close();
  }

  @Test
  void tokenIsInNoFileInNoRowAndInNoAnswerToAStranger() throws Exception {
    addDomains();
    showToItsOwner();
    refuseReports();
    answerStrangers();
    rotateAndRetire();
    takeTheDatabaseAway();
    breakTheDatabase();
    farol.dumpThreads();
    Path log = farol.data().resolve("logs/server.log");
    Client.await(() -> Files.readString(log), said -> said.contains("Full thread dump"));

    assertThat(tokens).hasSize(5);
    for (String token : tokens) {
      assertThat(answers)
          .filteredOn(answer -> answer.contains(token))
          .allMatch(answer -> answer.contains(UNDECODABLE));
    }
    assertInNoTable();
    farol.close();
    postgres.stop(); // which writes all that is in memory
    assertInNoFile();
    assertThat(farol.printed()).content(ISO_8859_1).doesNotContain(tokens);
    String key = sealKey();
    assertThat(Traces.inFiles(farol.data(), key))
        .containsExactly(farol.data().resolve("secrets.properties"));
    assertThat(Traces.inFiles(postgres.folder(), key)).isEmpty();
  }

  /** With its record published, and once by mistake at the name of the other record. */
  private void addDomains() throws Exception {
    domain.add().prove();
    noteToken();
    String record = domain.known().path("tlsrptRecord").path("value").asText();
    domain.publish("_smtp._tls", record);
    mistaken.add();
    mistaken.publish("_tlsrpt-verify", record);
    assertThat(client.post("/api/v1/domains/mistaken.example.com/verify", "").body().toString())
        .contains("other_records", mask(tokens.get(0)));
    execute("update monitored_domain set next_check_at = now()");
    assertThat(client.runJob("dns-recheck")).isEqualTo("COMPLETED");
  }

  /** To whom it is no secret. */
  private void showToItsOwner() throws Exception {
    assertThat(client.get("/api/v1/domains").body().toString()).contains(tokens);
    for (String path : List.of("/api/v1/", "/api/v1/domains/", "/api/v1/reports/", "/health/")) {
      assertThat(client.get(path + tokens.get(0)).status()).as(path).isIn(400, 404, 422);
    }
    try (Browser browser = Browser.start(farol)) {
      browser.signIn("/domain-settings?name=" + DOMAIN);
      browser.awaitText("#collector-url", tokens.get(0));
    }
  }

  private void refuseReports() throws Exception {
    String collector = domain.collector();
    byte[] report = domain.report().toString().getBytes(UTF_8);
    assertThat(client.report(collector, report, JSON).status()).isEqualTo(201);
    assertThat(client.report(collector, report, JSON).status()).isEqualTo(200);
    assertThat(client.report(collector, "{".getBytes(UTF_8), JSON).status()).isEqualTo(400);
    assertThat(client.report(collector, new byte[2 << 20], JSON).status()).isEqualTo(413);
    assertThat(client.report(collector, report, "text/html").status()).isEqualTo(415);
    byte[] another =
        new String(report, UTF_8).replace(DOMAIN, "another.example.com").getBytes(UTF_8);
    assertThat(client.report(collector, another, JSON).status()).isEqualTo(422);
  }

  /** Heads and paths that are not quite what a sender's are, each with the token in it. */
  private void answerStrangers() throws IOException {
    String token = tokens.get(0);
    String path = "/tls-rpt/ingest/" + token;
    for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "TRACE", "HEAD", "X" + token)) {
      ask(farol.internet(), method + " " + path, "Content-Length: 0");
    }
    for (String bent :
        List.of(
            path + "/",
            path + "/..",
            path + "/../" + token,
            path + "/%2e%2e/",
            path + "/%2e",
            path + ";x=1",
            path + "?x",
            path + "?" + token,
            path + "#x",
            path + "%",
            path + "%zz",
            path + "%00",
            path + "%ff",
            path + "%2f",
            path + "%0d%0aX: 1",
            path + "\\",
            path + "/x",
            path + "x",
            path + " x",
            path + "x".repeat(10_000),
            "/" + token,
            "/" + token + "%zz",
            "/" + token + "/{x}|",
            "/../" + token,
            "//" + token,
            "/tls-rpt/ingest//" + token,
            "/tls-rpt/" + token,
            "/.well-known/mta-sts.txt?" + token,
            "https://rpt.example.net" + path,
            token)) {
      ask(farol.internet(), "POST " + bent, "Content-Length: 0");
      ask(farol.intranet(), "POST " + bent, "Content-Length: 0");
    }
    for (String head :
        List.of(
            "Content-Length: 1000", // of which nothing comes
            "Content-Length: -1",
            "Content-Length: " + token,
            "Content-Length: 0\r\nContent-Length: 2",
            "Transfer-Encoding: " + token,
            "Transfer-Encoding: chunked\r\nContent-Length: 3",
            "X-Nothing: 1",
            "Content-Length: 0\r\nReferer: https://rpt.example.net" + path,
            "Content-Length: 0\r\nX-Forwarded-For: " + token,
            "Content-Length: 0\r\nUser-Agent: " + path,
            "Content-Length: 0\r\nAuthorization: Bearer " + token,
            "Content-Length: 0\r\nCookie: FarolSession=" + token,
            "Content-Length: 0\r\nExpect: " + token,
            "Content-Length: 0\r\nHost: " + token,
            "Content-Length: 0\r\n" + token,
            "Content-Length: 0\r\n" + token + ": \u0000",
            "Content-Length: 0\r\nX-Large: " + token + "x".repeat(9_000),
            "Content-Length: 0" + ("\r\nX-Many: " + token).repeat(60))) {
      ask(farol.internet(), "POST " + path, head);
    }
    ask(farol.intranet(), "GET /api/v1/domains/" + token, "X-Nothing: 1");
    ask(farol.intranet(), "GET /" + token + ".xhtml", "X-Nothing: 1");
    ask(farol.intranet(), "GET /domain-settings?name=" + token, "X-Nothing: 1");
  }

  private void rotateAndRetire() throws Exception {
    String first = domain.collector();
    rotate();
    byte[] report = domain.report().put("report-id", "rotated").toString().getBytes(UTF_8);
    assertThat(client.report(first, report, JSON).status()).isEqualTo(201);
    try (Connection connection = postgres.connect();
        PreparedStatement retire =
            connection.prepareStatement(
                "update collector set retires_at = now() where token_hash = ?")) {
      retire.setBytes(1, new CollectorToken(tokens.get(0)).hash().bytes());
      assertThat(retire.executeUpdate()).isEqualTo(1);
    }
    rotate(); // so that the server looks its tokens up anew
    assertThat(client.report(first, report, JSON).status()).isEqualTo(404);
  }

  private void rotate() throws Exception {
    assertThat(client.post("/api/v1/domains/" + DOMAIN + "/collector/rotate", "").status())
        .isEqualTo(200);
    noteToken();
  }

  /** Until reports can be stored nowhere. */
  private void takeTheDatabaseAway() throws Exception {
    String collector = domain.collector();
    String unknown = unknownCollector();
    send(collector, "before the outage", 201);
    postgres.stop();
    for (int i = 0; i < SPOOL_REPORTS; i++) {
      send(i % 2 == 0 ? collector : unknown, "spooled " + i, 201);
    }
    send(collector, "one too many", 503);
    assertThat(client.get("/api/v1/domains").status()).isGreaterThanOrEqualTo(500);
    assertInNoFile();
    postgres.start();
    awaitDrained();
  }

  /** So that whatever asks it for a token or stores a report fails. */
  private void breakTheDatabase() throws Exception {
    String collector = domain.collector();
    String unknown = unknownCollector();
    execute("alter table collector rename to no_collector");
    execute("alter table report rename to no_report");
    send(collector, "not stored", 201);
    send(unknown, "of nobody", 201);
    assertThat(client.get("/api/v1/domains").status()).isEqualTo(500);
    ask(
        farol.intranet(),
        "GET /domain-settings?name=" + DOMAIN,
        "Referer: https://127.0.0.1/" + tokens.get(2));
    execute("alter table no_collector rename to collector");
    execute("alter table no_report rename to report");
    awaitDrained();
  }

  /** What is kept of a URL instead of its token. */
  private static String mask(String token) {
    return CollectorToken.masked("/tls-rpt/ingest/" + token);
  }

  private void assertInNoTable() throws Exception {
    execute("analyze"); // which samples the columns of all tables
    try (Connection connection = postgres.connectAsSuperuser()) {
      assertThat(Traces.inTables(connection, DOMAIN)).as("the search itself").isNotEmpty();
      for (String token : tokens) {
        assertThat(Traces.inTables(connection, token)).isEmpty();
      }
      assertThat(Traces.inTables(connection, mask(tokens.get(0))))
          .as("the search itself")
          .contains("public.observation", "public.monitored_domain");
    }
  }

  private void assertInNoFile() throws IOException {
    for (Path folder : List.of(farol.data(), postgres.folder())) {
      for (String token : tokens) {
        assertThat(Traces.inFiles(folder, token)).isEmpty();
      }
      assertThat(Traces.inFiles(folder, DOMAIN)).as("the search itself").isNotEmpty();
    }
  }

  /** Asks as a stranger does, and notes all that is answered. */
  private void ask(String server, String request, String headers) throws IOException {
    try (RawConnection connection = new RawConnection(URI.create(server), "127.0.0.1")) {
      connection.send(
          request
              + " HTTP/1.1\r\nHost: rpt.example.net\r\nConnection: close\r\n"
              + headers
              + "\r\n\r\n");
      answers.add(connection.everything());
    }
  }

  private void send(String collector, String reportId, int status)
      throws IOException, InterruptedException {
    byte[] report = domain.report().put("report-id", reportId).toString().getBytes(UTF_8);
    Client.Answer answer = client.report(collector, report, JSON);
    answers.add(answer.headers().map() + " " + answer.body());
    assertThat(answer.status()).as(reportId).isEqualTo(status);
  }

  /**
   * The address of a collector that there is not, which the database would have to be asked for.
   */
  private String unknownCollector() throws IOException, InterruptedException {
    String token = "unknown" + tokens.size() + tokens.get(0).substring(8);
    tokens.add(token);
    return domain.collector().replaceFirst("[^/]*$", token);
  }

  private void noteToken() throws IOException, InterruptedException {
    String collector = domain.collector();
    tokens.add(collector.substring(collector.lastIndexOf('/') + 1));
  }

  private void awaitDrained() throws IOException, InterruptedException {
    Client.await(() -> client.metric("farol_spool_reports"), waiting -> waiting == 0);
  }

  private void execute(String command) throws Exception {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private String sealKey() throws IOException {
    Properties secrets = new Properties();
    try (Reader file = Files.newBufferedReader(farol.data().resolve("secrets.properties"))) {
      secrets.load(file);
    }
    return secrets.getProperty("seal.key");
  }
}
