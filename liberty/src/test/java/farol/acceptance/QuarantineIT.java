package farol.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.Client.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused is kept, and what is kept can be read again by a better reader. */
class QuarantineIT {
  private static final String JSON = "application/tlsrpt+json";
  private static final String QUARANTINE = "/api/v1/domains/quarantine.com/quarantine";
  private static final int MOST_BYTES = 1 << 20;

  private RunningFarol farol;
  private Client client;
  private TestDomain domain;
  private String collector;

  @BeforeEach
  void start() throws Exception {
    // A reader that understands less than the default one does.
    farol =
        RunningFarol.start(
            Map.of("FAROL_LIMIT_ORGANIZATION_LENGTH", "7", "FAROL_LIMIT_FAILURE_DETAILS", "1"));
    client = new Client(farol);
    domain = new TestDomain(farol, "quarantine.com").add().prove();
    collector = domain.collector();
  }

  @AfterEach
  void stop() {
    farol.close();
  }

  @Test
  void refusedBodiesAreKeptWithTheirReasonForTheirDomainAlone() throws Exception {
    byte[] damaged = "{\"organization-name\":".getBytes(US_ASCII);
    assertThat(client.report(collector, damaged, JSON).status()).isEqualTo(400);
    assertThat(
            client
                .report(collector, domain.report().toString().getBytes(US_ASCII), "text/html")
                .status())
        .isEqualTo(415);
    byte[] large = new byte[MOST_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    assertThat(client.report(collector, large, JSON).status()).isEqualTo(413);
    String unknown = collector.replaceAll(".{16}$", "0123456789abcdef");
    assertThat(client.report(unknown, damaged, JSON).status()).isEqualTo(404);

    JsonNode list = client.get(QUARANTINE).body();

    assertThat(list.path("total").asInt()).isEqualTo(3);
    assertThat(list.path("items").findValuesAsText("code"))
        .containsExactly("BODY_TOO_LARGE", "MEDIA_TYPE", "BAD_JSON");
    JsonNode last = list.path("items").path(2);
    assertThat(last.path("bytes").asInt()).isEqualTo(damaged.length);
    assertThat(last.path("detail").asText()).isNotBlank();
    assertThat(client.bytes(QUARANTINE + "/" + last.path("id").asText() + "/raw"))
        .isEqualTo(damaged);
    TestDomain other = new TestDomain(farol, "quarantine.org").add().prove();
    String elsewhere = "/api/v1/domains/quarantine.org/quarantine";
    assertThat(other.get("/quarantine").path("total").asInt()).isZero();
    String id = "/" + last.path("id").asText();
    assertThat(client.get(elsewhere + id + "/raw").status()).isEqualTo(404);
    assertThat(client.post(elsewhere + id + "/reprocess", "").status()).isEqualTo(404);
    assertThat(client.delete(elsewhere + id).status()).isEqualTo(404);
    assertThat(client.get(QUARANTINE + "?size=0").status()).isEqualTo(400);
    assertThat(client.delete(QUARANTINE + id).status()).isEqualTo(204);
    assertThat(client.get(QUARANTINE).body().path("total").asInt()).isEqualTo(2);
  }

  @Test
  void whatABetterReaderUnderstandsIsCountedAsIfItHadFromTheBeginning() throws Exception {
    ObjectNode cut = domain.report();
    domain.send(cut);
    assertThat(client.report(collector, tooMuch().toString().getBytes(US_ASCII), JSON).status())
        .isEqualTo(413);
    assertThat(client.report(collector, "{".getBytes(US_ASCII), JSON).status()).isEqualTo(400);
    domain.rollUp();
    assertThat(reporters()).isEqualTo(Map.of("Example", 41L));

    farol.restart(
        Map.of("FAROL_LIMIT_ORGANIZATION_LENGTH", "255", "FAROL_LIMIT_FAILURE_DETAILS", "20000"));
    String run = reprocess();

    assertThat(run).isEqualTo("changed=1 stored=1 refused=1");
    domain.rollUp();
    assertThat(reporters()).isEqualTo(Map.of("Example Sender", 82L));
    assertThat(domain.get("/summary").path("reports").asInt()).isEqualTo(2);
    assertThat(domain.get("/quarantine").path("items").findValuesAsText("code"))
        .containsExactly("BAD_JSON");
    assertThat(reprocess()).isEqualTo("unchanged=2 refused=1");
  }

  @Test
  void oneIsReadAgainAtOnce() throws Exception {
    domain.send(domain.report());
    String report = domain.get("/reports").path("items").path(0).path("id").asText();
    assertThat(client.report(collector, "{".getBytes(US_ASCII), JSON).status()).isEqualTo(400);
    String body = domain.get("/quarantine").path("items").path(0).path("id").asText();

    Answer unchanged = client.post("/api/v1/reports/" + report + "/reprocess", "");
    Answer refused = client.post(QUARANTINE + "/" + body + "/reprocess", "");

    assertThat(unchanged.status()).isEqualTo(200);
    assertThat(unchanged.body().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body().path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.body().path("code").asText()).isEqualTo("BAD_JSON");
    assertThat(client.post("/api/v1/reports/4711/reprocess", "").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/domains/quarantine.com/reprocess/4711").status()).isEqualTo(404);
  }

  /** Starts it for the domain, and says what came of it. */
  private String reprocess() throws IOException, InterruptedException {
    Answer started = client.post("/api/v1/domains/quarantine.com/reprocess", "");
    assertThat(started.status()).isEqualTo(202);
    String run = "/api/v1/domains/quarantine.com/reprocess/" + started.body().path("run").asText();
    assertThat(started.headers().firstValue("Location").orElseThrow()).endsWith(run);
    return Client.await(
            () -> client.get(run).body(), state -> state.path("state").asText().equals("COMPLETED"))
        .path("result")
        .asText();
  }

  private Map<String, Long> reporters() throws IOException, InterruptedException {
    Map<String, Long> successful = new TreeMap<>();
    domain
        .get("/summary")
        .path("byReporter")
        .forEach(
            row ->
                successful.put(row.path("organization").asText(), row.path("successful").asLong()));
    return successful;
  }

  /** More failure details than the limit of the beginning. */
  private ObjectNode tooMuch() throws IOException {
    ObjectNode report = domain.report().put("report-id", "too much");
    JsonNode details = report.path("policies").path(0).path("failure-details");
    ((ArrayNode) details).add(details.path(0).deepCopy());
    return report;
  }
}
