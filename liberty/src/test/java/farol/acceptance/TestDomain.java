package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A domain of a test: its records in DNS and its reports. Deleted at the end, if it was added. */
public final class TestDomain implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningFarol farol;
  private final Client client;
  private final String name;

  public TestDomain(RunningFarol farol, String name) {
    this.farol = farol;
    this.client = new Client(farol);
    this.name = name;
  }

  /** Adds it, still to be proven. */
  public TestDomain add() throws IOException, InterruptedException {
    assertThat(client.post("/api/v1/domains", "{\"name\":\"" + name + "\"}").status())
        .isEqualTo(201);
    return this;
  }

  /** Publishes what proves it, and has it looked up. */
  public TestDomain prove() throws IOException, InterruptedException {
    publish("_tlsrpt-verify", known().path("verification").path("value").asText());
    assertThat(client.post(api() + "/verify", "").body().path("state").asText())
        .isEqualTo("verified");
    return this;
  }

  public String name() {
    return name;
  }

  /** What the API says of it. */
  public JsonNode known() throws IOException, InterruptedException {
    return get("");
  }

  /** What the API says at a path below the domain's. */
  JsonNode get(String below) throws IOException, InterruptedException {
    return client.get(api() + below).body();
  }

  /** The address that takes its reports. */
  String collector() throws IOException, InterruptedException {
    return known().path("collector").path("url").asText();
  }

  /** Makes a TXT record the only one at a name below the domain. */
  public void publish(String label, String value) {
    farol.dns().zone().putTxt(label + "." + name, value);
  }

  /** Of {@link #report}. */
  public LocalDate reportedDay() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(1);
  }

  /** A report of yesterday: 41 sessions, and 2 that an enforced policy kept mail back for. */
  public ObjectNode report() throws IOException {
    String json =
        """
        {"organization-name":"Example Sender","contact-info":"tls@sender.example","report-id":"1@%1$s",
         "date-range":{"start-datetime":"%2$sT00:00:00Z","end-datetime":"%2$sT23:59:59Z"},
         "policies":[{
           "policy":{"policy-type":"sts","policy-domain":"%1$s","mx-host":["*.%1$s"],
             "policy-string":["version: STSv1","mode: enforce","mx: *.%1$s","max_age: 604800"]},
           "summary":{"total-successful-session-count":41,"total-failure-session-count":2},
           "failure-details":[{"result-type":"certificate-expired","receiving-mx-hostname":"mx1.%1$s",
             "sending-mta-ip":"203.0.113.25","failed-session-count":2}]}]}
        """
            .formatted(name, reportedDay());
    return (ObjectNode) JSON.readTree(json);
  }

  /** Posts it to an address as a sender does. */
  public void send(JsonNode report, String collector) throws IOException, InterruptedException {
    byte[] body = report.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(client.report(collector, body, "application/tlsrpt+json").status()).isEqualTo(201);
  }

  /** Posts it to the domain's own address. */
  public void send(JsonNode report) throws IOException, InterruptedException {
    send(report, collector());
  }

  /** Posts what is no report. */
  public void sendRefused(String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(client.report(collector(), bytes, "application/tlsrpt+json").status())
        .isBetween(400, 422);
  }

  /**
   * Makes a report that was posted one that came otherwise.
   *
   * @param grade null where there was no mail
   */
  public void came(
      String reportId, String way, @Nullable String grade, @Nullable String signer, String source)
      throws IOException, SQLException {
    try (Connection database = farol.database();
        PreparedStatement update =
            database.prepareStatement(
                "update report set way = ?, grade = ?, signer = ?, key_for_reports = false,"
                    + " grade_detail = ?, origin_source = ? where report_id = ? and domain_id ="
                    + " (select id from monitored_domain where name = ?)")) {
      update.setString(1, way);
      update.setString(2, grade);
      update.setString(3, signer);
      update.setString(4, "what is to be said of " + signer);
      update.setString(5, source);
      update.setString(6, reportId);
      update.setString(7, name);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  /** Has Farol serve a policy in mode testing for it. */
  public void hostPolicy() throws IOException, InterruptedException {
    String order = "{\"mode\":\"testing\",\"maxAge\":604800,\"mx\":[\"mx.%s\"]}".formatted(name);
    assertThat(client.put(api() + "/mta-sts", order).status()).isEqualTo(200);
  }

  /** Has pages show what has been reported. */
  public void rollUp() throws IOException, InterruptedException {
    assertThat(client.runJob("report-rollup")).isEqualTo("COMPLETED");
  }

  /** Has it looked at, and waits until that is done. */
  public TestDomain recheck() throws IOException, InterruptedException {
    assertThat(client.post(api() + "/recheck", "").status()).isEqualTo(202);
    assertThat(client.runJob("dns-recheck")).isEqualTo("COMPLETED");
    return this;
  }

  /** The path of the page of its latest report. */
  public String reportPage() throws IOException, InterruptedException {
    return "/report?id=" + get("/reports").path("items").path(0).path("id").asText();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    farol.dns().zone().remove("_tlsrpt-verify." + name);
    farol.dns().zone().remove("_smtp._tls." + name);
    farol.dns().zone().remove("_mta-sts." + name);
    assertThat(client.delete(api()).status()).isIn(204, 404);
  }

  private String api() {
    return "/api/v1/domains/" + name;
  }
}
