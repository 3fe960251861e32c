package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.dns.TestZone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a domain publishes and when it changed, as a script sees it. */
class PostureIT {
  private static final String NAME = "posture.example";
  private static final String DOMAIN = "/api/v1/domains/" + NAME;

  private RunningFarol farol;
  private Client client;
  private TestZone zone;
  private TestDomain domain;

  @BeforeEach
  void addDomain() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    zone = farol.dns().zone();
    domain = new TestDomain(farol, NAME).add();
    zone.addMx(NAME, 10, "mx." + NAME);
    zone.addAddress("mx." + NAME, "127.0.0.1");
  }

  @AfterEach
  void deleteDomain() throws Exception {
    domain.close();
    List.of(NAME, "mx." + NAME, "_mta-sts." + NAME).forEach(zone::remove);
  }

  @Test
  void isEmptyBeforeTheFirstLook() throws Exception {
    JsonNode posture = client.get(DOMAIN + "/posture").body();

    assertThat(posture.has("asOf")).isFalse();
    assertThat(posture.path("tlsrpt").path("findings")).isEmpty();
    assertThat(client.get(DOMAIN + "/posture/history").body().path("total").asInt()).isZero();
  }

  @Test
  void showsWhatAVerifiedDomainPublishesAndJudgesIt() throws Exception {
    domain.publish("_smtp._tls", domain.known().path("tlsrptRecord").path("value").asText());
    domain.publish("_mta-sts", "v=STSv1; id=");
    look();

    JsonNode posture = client.get(DOMAIN + "/posture").body();
    assertThat(posture.path("asOf").asText()).isNotEmpty();
    assertThat(codes(posture.path("tlsrpt").path("findings"))).containsExactly("VALID");
    assertThat(posture.toString()).doesNotContain(token());
    assertThat(codes(posture.path("mtaSts").path("findings"))).contains("INVALID_ID");
    JsonNode host = posture.path("mail").path("hosts").path(0);
    assertThat(host.path("host").asText()).isEqualTo("mx." + NAME);
    assertThat(host.path("dane").asText()).isEqualTo("none");
    assertThat(host.path("servers").path(0).path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(codes(host.path("servers").path(0).path("findings")))
        .as("no probe goes there unless it is allowed")
        .containsExactly("FORBIDDEN_ADDRESS");
  }

  @Test
  void remembersEveryChange() throws Exception {
    domain.publish("_smtp._tls", "v=TLSRPTv1; rua=mailto:old@example.net");
    look();
    domain.publish("_smtp._tls", "v=TLSRPTv1; rua=mailto:new@example.net");
    look();
    zone.servfail("_smtp._tls." + NAME);
    look();

    JsonNode newest = client.get(DOMAIN + "/posture/history?size=1").body().path("items").path(0);
    assertThat(newest.path("kind").asText()).isEqualTo("tlsrpt_record");
    assertThat(newest.path("before").asText()).contains("old@example.net");
    assertThat(newest.path("after").asText()).contains("new@example.net");
    JsonNode posture = client.get(DOMAIN + "/posture").body();
    assertThat(codes(posture.path("tlsrpt").path("findings"))).containsExactly("VALID", "NOT_OURS");
  }

  @Test
  void isNobodyElsesBusiness() throws Exception {
    assertThat(client.get("/api/v1/domains/other.example/posture").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/domains/other.example/posture/history").status()).isEqualTo(404);
    assertThat(client.post("/api/v1/domains/other.example/recheck", "").status()).isEqualTo(404);
    assertThat(client.get(DOMAIN + "/posture/history?size=0").status()).isEqualTo(400);
  }

  private void look() throws Exception {
    if (!domain.known().path("state").asText().equals("verified")) {
      domain.prove();
    }
    assertThat(client.post(DOMAIN + "/recheck", "").status()).isEqualTo(202);
    assertThat(client.runJob("dns-recheck")).isEqualTo("COMPLETED");
  }

  private String token() throws Exception {
    String collector = domain.collector();
    return collector.substring(collector.lastIndexOf('/') + 1);
  }

  private static List<String> codes(JsonNode findings) {
    List<String> codes = new ArrayList<>();
    findings.forEach(finding -> codes.add(finding.path("code").asText()));
    return codes;
  }
}
