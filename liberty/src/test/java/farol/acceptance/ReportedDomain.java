package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A proven domain that gets reports of some sixty days, and what they add up to. */
final class ReportedDomain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private final String name;
  private final String collector;
  private final ReportMix mix;
  private final IndependentTotals expected = new IndependentTotals();

  private ReportedDomain(Client client, String name, String collector) {
    this.client = client;
    this.name = name;
    this.collector = collector;
    this.mix = new ReportMix(name, name.hashCode());
  }

  static ReportedDomain add(RunningFarol farol, Client client, String name)
      throws IOException, InterruptedException {
    JsonNode domain = client.post("/api/v1/domains", "{\"name\":\"" + name + "\"}").body();
    JsonNode proof = domain.path("verification");
    farol.dns().zone().putTxt(proof.path("name").asText(), proof.path("value").asText());
    client.post("/api/v1/domains/" + name + "/verify", "");
    return new ReportedDomain(client, name, domain.path("collector").path("url").asText());
  }

  void report(int reports) throws IOException, InterruptedException {
    for (int i = 0; i < reports; i++) {
      String report =
          new String(mix.next().json(), StandardCharsets.UTF_8).replace("example.com", name);
      expected.add(JSON.readTree(report));
      byte[] body = report.getBytes(StandardCharsets.UTF_8);
      assertThat(client.report(collector, body, "application/tlsrpt+json").status()).isEqualTo(201);
    }
  }

  /** What the roll-ups say, as reports, successful and failed sessions. */
  String summary() throws IOException, InterruptedException {
    JsonNode summary =
        client.get("/api/v1/domains/" + name + "/summary?from=2026-08-01&to=2026-12-31").body();
    return totals(
        summary.path("reports").asLong(),
        summary.path("sessions").path("successful").asLong(),
        summary.path("sessions").path("failed").asLong());
  }

  /** What they have to say once all that was reported is rolled up. */
  String expected() {
    return totals(expected.reports(), expected.successful(), expected.failed());
  }

  void delete() throws IOException, InterruptedException {
    client.delete("/api/v1/domains/" + name);
  }

  private static String totals(long reports, long successful, long failed) {
    return reports + " reports, " + successful + " successful, " + failed + " failed";
  }
}
