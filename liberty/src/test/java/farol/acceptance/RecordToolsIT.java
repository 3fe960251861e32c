package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.dns.TestZone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools for records, as a script without credentials uses them. */
class RecordToolsIT {
  private static final AtomicInteger CALLERS = new AtomicInteger();
  private static final String NAME = "tools.example";

  private Client client;
  private TestZone zone;
  private String caller;

  @BeforeEach
  void findServer() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    client = new Client(farol);
    zone = farol.dns().zone();
    caller = "10.79.0." + CALLERS.incrementAndGet();
  }

  @AfterEach
  void unpublish() {
    List.of(NAME, "mx." + NAME, "_smtp._tls." + NAME, "_mta-sts." + NAME).forEach(zone::remove);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=TLSRPTv1; rua=mailto:tls@example.com|VALID",
        "v=TLSRPTv1; rua=tls@example.com|INVALID_URI",
        "v=STSv1; id=20261124|VALID",
        "version: STSv1\\nmode: none\\nmax_age: 86400|VALID",
        "<script>alert(1)</script>|INVALID_VERSION"
      })
  void syntaxIsCheckedWithoutAnybodyBeingAsked(String record, String verdict) throws Exception {
    Client.Answer answer = client.tool("record-syntax", "{\"record\":\"" + record + "\"}", caller);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode first = answer.body().path(0);
    assertThat(first.path("code").asText()).isEqualTo(verdict);
    assertThat(first.path("severity").asText())
        .isEqualTo(verdict.equals("VALID") ? "info" : "error");
    assertThat(first.path("message").asText()).isNotEmpty();
  }

  @Test
  void publishedRecordsAreShownAsTheyAreAndJudged() throws Exception {
    zone.putTxt("_smtp._tls." + NAME, "v=TLSRPTv1; rua=mailto:tls@example.net");
    zone.putTxt("_mta-sts." + NAME, "v=STSv1; id=1");
    zone.addMx(NAME, 10, "mx." + NAME);
    zone.addAddress("mx." + NAME, "127.0.0.1");

    JsonNode found = client.tool("record-check", "{\"domain\":\"Tools.Example.\"}", caller).body();

    assertThat(found.path("tlsrpt").path("records").path(0).asText())
        .isEqualTo("v=TLSRPTv1; rua=mailto:tls@example.net");
    assertThat(codes(found.path("tlsrpt"))).containsExactly("VALID");
    assertThat(codes(found.path("mtaSts"))).contains("VALID", "POLICY_HOST_MISSING");
    assertThat(found.path("mail").path("hosts").path(0).path("host").asText())
        .isEqualTo("mx." + NAME);
    assertThat(found.path("mail").path("hosts").path(0).path("servers"))
        .as("no mail server is asked")
        .isEmpty();
  }

  @Test
  void silentDnsIsNoAbsence() throws Exception {
    zone.servfail("_smtp._tls." + NAME);

    JsonNode found = client.tool("record-check", "{\"domain\":\"" + NAME + "\"}", caller).body();

    assertThat(found.path("tlsrpt").has("records")).isFalse();
    assertThat(codes(found.path("tlsrpt"))).isEmpty();
    assertThat(codes(found.path("mtaSts"))).containsExactly("NONE");
  }

  @Test
  void recordIsMadeFromWhatPeopleWrite() throws Exception {
    JsonNode made =
        client
            .tool(
                "record",
                "{\"domain\":\"example.com\",\"rua\":[\"tls@example.com\",\"https://r.example/a,b\"]}",
                caller)
            .body();

    assertThat(made.path("name").asText()).isEqualTo("_smtp._tls.example.com");
    assertThat(made.path("type").asText()).isEqualTo("TXT");
    assertThat(made.path("value").asText())
        .isEqualTo("v=TLSRPTv1; rua=mailto:tls@example.com,https://r.example/a%2Cb");
    assertThat(made.path("zoneLine").asText()).endsWith("%2Cb\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record-syntax|{}|400|MISSING_FIELD",
        "record-syntax|not json|400|BAD_JSON",
        "record-check|{\"domain\":\"a..b\"}|400|INVALID_DOMAIN",
        "record-check|{}|400|MISSING_FIELD",
        "record|{\"domain\":\"example.com\",\"rua\":[]}|400|MISSING_FIELD",
        "record|{\"domain\":\"example.com\",\"rua\":[\"ftp://a.example/\"]}|400|INVALID_URI"
      })
  void badQuestionIsAnsweredByWhatIsWrongWithIt(String tool, String json, int status, String code)
      throws Exception {
    Client.Answer answer = client.tool(tool, json, caller);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
  }

  @Test
  void largeBodyIsTurnedAwayUnread() throws Exception {
    String json = "{\"record\":\"" + "v".repeat(300_000) + "\"}";

    assertThat(client.tool("record-syntax", json, caller).status()).isEqualTo(413);
  }

  private static List<String> codes(JsonNode section) {
    List<String> codes = new ArrayList<>();
    section.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
    return codes;
  }
}
