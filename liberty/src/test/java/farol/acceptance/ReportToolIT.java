package farol.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.Client.Answer;
import farol.wire.Bodies;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report reader as scripts use it, most of them without credentials. */
class ReportToolIT {
  private static final int MOST_A_MINUTE = 60;
  private static final int MOST_BYTES = 1 << 20;
  private static final AtomicInteger CALLERS = new AtomicInteger();

  private RunningFarol farol;
  private Client client;
  private String caller;

  @BeforeEach
  void findServer() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    caller = "10.77.0." + CALLERS.incrementAndGet();
  }

  @Test
  void everyCollectedFileIsExplained() throws Exception {
    String[] files =
        Stream.of("reports", "mails")
            .flatMap(
                folder ->
                    Bodies.index(folder + "/INDEX.tsv").stream()
                        .map(columns -> folder + "/" + columns[0]))
            .toArray(String[]::new);
    assertThat(files).hasSize(29);

    for (String file : files) {
      Answer answer = client.explain(Bodies.file(file), null, caller);

      assertThat(answer.status()).as(file).isEqualTo(200);
      assertThat(answer.body().path("policies").isEmpty()).as(file).isFalse();
      assertThat(answer.body().has("mail")).as(file).isEqualTo(file.endsWith(".eml"));
    }
  }

  @Test
  void mailIsExplainedInFull() throws Exception {
    byte[] mail = Bodies.file("mails/isseis__tlsrpt-digest/tlsrpt_failure.eml");

    Answer answer = client.explain(mail, "message/rfc822", caller);

    JsonNode report = answer.body();
    assertThat(report.path("organization").asText()).isEqualTo("Google Inc.");
    assertThat(report.path("contact").asText()).isEqualTo("smtp-tls-reporting@google.com");
    assertThat(report.path("reportId").asText()).isEqualTo("2026-02-08T00:00:00Z_example.com");
    assertThat(report.path("window").path("start").asText()).isEqualTo("2026-02-08T00:00:00Z");
    assertThat(report.path("mail").path("reportDomain").asText()).isEqualTo("example.com");
    assertThat(report.path("mail").path("submitter").asText()).isEqualTo("google.com");
    assertThat(report.path("mail").path("fileName").asText()).endsWith("!001.json.gz");
    assertThat(report.path("warnings").findValuesAsText("code"))
        .containsExactly("MAIL_REPORT_ID", "MAIL_WINDOW");
    JsonNode policy = report.path("policies").path(0);
    assertThat(policy.path("successful").asLong()).isEqualTo(4523);
    assertThat(policy.path("failed").asLong()).isEqualTo(2);
    JsonNode failure = policy.path("failureDetails").path(0);
    assertThat(failure.path("cause").path("code").asText()).isNotBlank();
    for (String text : new String[] {"title", "text", "confirm", "fix"}) {
      assertThat(failure.path("cause").path(text).asText()).as(text).isNotBlank();
    }
    assertThat(failure.path("consequence").path("code").asText()).isNotBlank();
    assertThat(failure.path("consequence").path("text").asText()).isNotBlank();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| nothing | 400 | BAD_JSON",
        "application/tlsrpt+json | {} | 422 | MISSING_FIELD",
        "text/html | {} | 415 | MEDIA_TYPE",
        "application/x-www-form-urlencoded | a=b | 415 | MEDIA_TYPE",
        "multipart/form-data; boundary=b | {} | 415 | MEDIA_TYPE",
        "message/rfc822 | 'Subject: x' | 422 | NO_REPORT_IN_MAIL",
        "message/rfc822 | '' | 400 | EMPTY_BODY"
      })
  void whatIsNoReportIsRefusedWithItsCode(
      @Nullable String contentType, String body, int status, String code) throws Exception {
    Answer answer = client.explain(body.getBytes(UTF_8), contentType, caller);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.body().path("detail").asText()).isNotBlank();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void oneMebibyteIsReadAndNotOneByteMore() throws Exception {
    byte[] body = new byte[MOST_BYTES + 1];
    Arrays.fill(body, (byte) ' ');
    System.arraycopy(smallReport(), 0, body, 0, smallReport().length);

    Answer refused = client.explain(body, null, caller);
    Answer read = client.explain(Arrays.copyOf(body, MOST_BYTES), null, caller);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body().path("code").asText()).isEqualTo("BODY_TOO_LARGE");
    assertThat(read.status()).isEqualTo(200);
  }

  @Test
  void reportThatUnpacksTooFarIsRefused() throws Exception {
    byte[] bomb = Bodies.file("hostile/reports/c15_bomb_900MiB.gz");

    assertThat(client.explain(bomb, null, caller).body().path("code").asText())
        .isEqualTo("DECODED_TOO_LARGE");
  }

  @Test
  void nothingOfItIsKept() throws Exception {
    ObjectNode report = new TestDomain(farol, "kept.com").report();
    String canary = "canary-" + System.nanoTime();
    report.put("organization-name", canary).put("report-id", canary);
    String refused = report.toString().replace("{", "[");
    long before = rows();

    assertThat(client.explain(report.toString().getBytes(UTF_8), null, caller).status())
        .isEqualTo(200);
    assertThat(client.explain(refused.getBytes(UTF_8), null, caller).status()).isEqualTo(400);
    assertThat(client.explain(report.toString().getBytes(UTF_8), null).status()).isEqualTo(200);

    assertThat(Traces.inFiles(farol.data(), canary)).isEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void addressHasItsNumberOfUsesAMinuteAndNotOneMore() throws Exception {
    for (int i = 0; i < MOST_A_MINUTE; i++) {
      assertThat(client.explain(smallReport(), null, caller).status()).isEqualTo(200);
    }

    Answer refused = client.explain(smallReport(), null, caller);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body().path("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(client.explain(smallReport(), null, "10.78.0.1").status()).isEqualTo(200);
    assertThat(client.explain(smallReport(), null).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/domains",
        "/api/v1/tools",
        "/api/v1/tools/report/",
        "/api/v1/tools/report;x=1",
        "/api/v1/tools/other",
        "/api/v1/tools/report/../../domains",
        "/api/v1/tools%2Freport",
        "/api/v1/reports/1/reprocess"
      })
  void onlyThisOnePathIsOpen(String path) throws Exception {
    assertThat(client.withoutCredentials(path).status()).as("GET " + path).isIn(400, 401, 404);
    try (RawConnection connection = new RawConnection(URI.create(farol.intranet()), "127.0.0.1")) {
      connection.send(
          "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\n\r\n"
              .formatted(path, URI.create(farol.intranet()).getAuthority()));
      assertThat(connection.answer().status()).as("POST " + path).isIn(400, 401, 404);
    }
  }

  @Test
  void otherMethodsNeedASignIn() throws Exception {
    assertThat(client.withoutCredentials("/api/v1/tools/report").status()).isEqualTo(401);
    assertThat(client.get("/api/v1/tools/report").status()).isEqualTo(405);
  }

  @Test
  void wrongCredentialsAreNotTakenForNone() throws Exception {
    assertThat(new Client(farol, "wrong-password-1").explain(smallReport(), null).status())
        .isEqualTo(401);
  }

  @Test
  void openApiDescribesIt() throws Exception {
    assertThat(client.get("/openapi?format=json").body().path("paths").has("/api/v1/tools/report"))
        .isTrue();
    assertThat(farol.log()).as("the server finds no fault in it").doesNotContain("CWWKO1650E");
  }

  @Test
  void closedToolsNeedASignIn() throws Exception {
    try (RunningFarol closed = RunningFarol.start(Map.of("FAROL_TOOLS_OPEN", "false"))) {
      Client closedClient = new Client(closed);

      assertThat(closedClient.explain(smallReport(), null, caller).status()).isEqualTo(401);
      assertThat(closedClient.explain(smallReport(), null).status()).isEqualTo(200);
      for (String tool : new String[] {"record-check", "mta-sts", "record-syntax", "record"}) {
        assertThat(closedClient.tool(tool, "{}", caller).status()).as(tool).isEqualTo(401);
      }
      for (String page :
          new String[] {
            "/tools",
            "/tools/report",
            "/tools/report.xhtml",
            "/tools/record-check?domain=example.com",
            "/tools/mta-sts?domain=example.com",
            "/tools/record-syntax",
            "/tools/record"
          }) {
        Answer answer = closedClient.withoutCredentials(page);
        assertThat(answer.status()).as(page).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
            .as(page)
            .endsWith("/sign-in");
      }
    }
  }

  /** Of all that bytes from outside are kept in. */
  private long rows() throws IOException, SQLException {
    try (Connection database = farol.database();
        Statement statement = database.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select (select count(*) from report) + (select count(*) from report_raw)"
                    + " + (select count(*) from refused_body)")) {
      count.next();
      return count.getLong(1);
    }
  }

  private static byte[] smallReport() {
    return Bodies.file("reports/cry-inc__dmarc-report-viewer/google.json");
  }
}
