package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty account to the numbers of real reports, as a script sees it. */
class FirstReportIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REPORTS = Path.of(System.getProperty("farol.reports"));
  private static final String DOMAIN = "/api/v1/domains/example.com";

  private RunningFarol farol;
  private Client client;

  @BeforeEach
  void addDomain() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    assertThat(client.post("/api/v1/domains", "{\"name\":\"Example.COM.\"}").status())
        .isEqualTo(201);
  }

  @AfterEach
  void deleteDomain() throws Exception {
    assertThat(client.delete(DOMAIN).status()).isEqualTo(204);
    farol.dns().zone().remove("_tlsrpt-verify.example.com");
  }

  @Test
  void domainIsPendingUntilItsRecordIsPublished() throws Exception {
    Client.Answer before = client.post(DOMAIN + "/verify", "");
    assertThat(before.body().path("state").asText()).isEqualTo("pending");
    assertThat(before.body().path("lastCheck").path("outcome").asText()).isEqualTo("absent");

    farol.dns().zone().putTxt("_tlsrpt-verify.example.com", "something else");
    assertThat(client.post(DOMAIN + "/verify", "").body().path("lastCheck").path("detail").asText())
        .isEqualTo("something else");

    farol.dns().zone().servfail("_tlsrpt-verify.example.com");
    assertThat(
            client.post(DOMAIN + "/verify", "").body().path("lastCheck").path("outcome").asText())
        .isEqualTo("temporary_failure");

    assertThat(verify().path("state").asText()).isEqualTo("verified");
  }

  @Test
  void pendingDomainIsSeenByTheRecheckJob() throws Exception {
    publishOwnership();

    assertThat(client.runJob("dns-recheck")).isEqualTo("COMPLETED");

    assertThat(client.get(DOMAIN).body().path("state").asText()).isEqualTo("verified");
  }

  @Test
  void realReportsAreStoredOnceAndCountedByTheRules() throws Exception {
    String collector = client.get(DOMAIN).body().path("collector").path("url").asText();
    IndependentTotals expected = new IndependentTotals();
    List<byte[]> bodies = new ArrayList<>();
    for (Path file : reportFiles()) {
      JsonNode report = forExampleCom(JSON.readTree(Files.readAllBytes(file)));
      expected.add(report);
      bodies.add(JSON.writeValueAsBytes(report));
    }

    for (byte[] body : bodies) {
      assertThat(post(collector, body)).isIn(200, 201);
    }
    for (byte[] body : bodies) {
      assertThat(post(collector, body)).isEqualTo(200);
    }

    assertThat(client.get(DOMAIN + "/summary").status())
        .as("not shown before proof")
        .isEqualTo(409);
    verify();
    assertThat(client.runJob("report-rollup")).isEqualTo("COMPLETED");
    long successful = 0;
    long failed = 0;
    long reports = 0;
    for (String period :
        List.of(
            "from=2016-01-01&to=2020-12-31",
            "from=2021-01-01&to=2025-12-31",
            "from=2026-01-01&to=2026-12-31")) {
      JsonNode summary = client.get(DOMAIN + "/summary?" + period).body();
      successful += summary.path("sessions").path("successful").asLong();
      failed += summary.path("sessions").path("failed").asLong();
      reports += summary.path("reports").asLong();
    }
    assertThat(successful).isEqualTo(expected.successful()).isPositive();
    assertThat(failed).isEqualTo(expected.failed()).isPositive();
    assertThat(reports).isEqualTo(expected.reports());
  }

  @Test
  void rawBytesComeBackAsTheyWere() throws Exception {
    String collector = client.get(DOMAIN).body().path("collector").path("url").asText();
    Path file = REPORTS.resolve("cry-inc__dmarc-report-viewer/no_ip_and_mx.json");
    JsonNode report = forExampleCom(JSON.readTree(Files.readAllBytes(file)));
    assertThat(post(collector, JSON.writeValueAsBytes(report))).isEqualTo(201);
    verify();

    JsonNode listed = client.get(DOMAIN + "/reports?from=2025-01-01&to=2025-12-31").body();

    String id = listed.path("items").path(0).path("id").asText();
    assertThat(client.get("/api/v1/reports/" + id + "/raw").body()).isEqualTo(report);
    assertThat(client.get("/api/v1/reports/" + id).body().path("domain").asText())
        .isEqualTo("example.com");
  }

  @Test
  void rotatedCollectorTakesReportsBesideTheNewOne() throws Exception {
    String old = client.get(DOMAIN).body().path("collector").path("url").asText();

    String fresh =
        client.post(DOMAIN + "/collector/rotate", "").body().path("collector").path("url").asText();

    assertThat(fresh).isNotEqualTo(old);
    byte[] empty = {};
    assertThat(post(old, empty)).as("read, not unknown").isEqualTo(400);
    assertThat(post(fresh, empty)).as("read, not unknown").isEqualTo(400);
    assertThat(post(fresh.toUpperCase(java.util.Locale.ROOT), empty)).isEqualTo(404);
  }

  @Test
  void publicListenerServesNothingOfTheIntranet() throws Exception {
    for (String path :
        List.of("/", "/health", "/metrics", "/openapi", "/api/v1/domains", "/ibm/api/batch")) {
      assertThat(client.internetStatus(path)).as(path).isEqualTo(404);
    }
  }

  @Test
  void intranetAsksWhoCalls() throws Exception {
    assertThat(client.withoutCredentials("/api/v1/domains").status()).isEqualTo(401);
  }

  private int post(String collector, byte[] body) throws IOException, InterruptedException {
    return client.report(collector, body, "application/tlsrpt+json").status();
  }

  private JsonNode verify() throws IOException, InterruptedException {
    publishOwnership();
    return client.post(DOMAIN + "/verify", "").body();
  }

  private void publishOwnership() throws IOException, InterruptedException {
    JsonNode record = client.get(DOMAIN).body().path("verification");
    farol.dns().zone().remove(record.path("name").asText());
    farol.dns().zone().putTxt(record.path("name").asText(), record.path("value").asText());
  }

  private static List<Path> reportFiles() throws IOException {
    try (Stream<Path> files = Files.walk(REPORTS)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(all).hasSize(19);
      return all;
    }
  }

  private static JsonNode forExampleCom(JsonNode report) {
    for (JsonNode entry : report.path("policies")) {
      if (entry.path("policy") instanceof ObjectNode policy && policy.has("policy-domain")) {
        policy.put("policy-domain", "example.com");
      }
    }
    return report;
  }
}
