package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.dns.TestZone;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools for records, as a script without credentials uses them. */
class RecordToolsIT {
  private static final AtomicInteger CALLERS = new AtomicInteger();
  private static final String NAME = "tools.example";
  private static final int MOST_AT_ONCE = 8;
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(22);

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
    List.of(NAME, "mx." + NAME, "mta-sts." + NAME, "_smtp._tls." + NAME, "_mta-sts." + NAME)
        .forEach(zone::remove);
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
  void callWhoseQueryCannotBeDecodedIsRefused() throws Exception {
    URI server = URI.create(RunningFarol.shared().intranet());
    try (RawConnection connection = new RawConnection(server, "127.79.0.1")) {
      connection.send(
          "POST /api/v1/tools/record-syntax?domain=%zz HTTP/1.1\r\nHost: "
              + server.getAuthority()
              + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

      RawConnection.Answer refused = connection.answer();
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("BAD_QUERY");
    }
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
  void placeToPublishIsSaidOfADomain() throws Exception {
    JsonNode findings =
        client
            .tool(
                "record-syntax",
                "{\"record\":\"v=STSv1; id=1\",\"domain\":\"" + NAME + "\"}",
                caller)
            .body();

    assertThat(findings.path(1).path("code").asText()).isEqualTo("PUBLISH_AT");
    assertThat(findings.path(1).path("message").asText()).endsWith(" _mta-sts." + NAME);
  }

  @Test
  void allFindingsAreInOneListWithTheAnswersBeside() throws Exception {
    zone.putTxt("_smtp._tls." + NAME, "v=TLSRPTv1");
    zone.addMx(NAME, 10, "mx." + NAME);

    JsonNode found = check("record-check");

    assertThat(found.path("exists").asBoolean()).isTrue();
    assertThat(codes(found)).containsExactly("INVALID_NO_RUA", "NONE");
    JsonNode answer = found.path("answers").path(0);
    assertThat(answer.path("name").asText()).isEqualTo("_smtp._tls." + NAME);
    assertThat(answer.path("type").asText()).isEqualTo("TXT");
    assertThat(answer.path("records").path(0).asText()).isEqualTo("v=TLSRPTv1");
    assertThat(found.path("answers").findValuesAsText("name"))
        .containsExactly("_smtp._tls." + NAME, "_mta-sts." + NAME, NAME, "_25._tcp.mx." + NAME);
  }

  @Test
  void silentDnsIsNoAbsence() throws Exception {
    zone.addMx(NAME, 10, "mx." + NAME);
    zone.servfail("_smtp._tls." + NAME);

    JsonNode found = check("record-check");

    assertThat(found.path("tlsrpt").has("records")).isFalse();
    assertThat(found.path("answers").path(0).has("records")).isFalse();
    assertThat(codes(found)).containsExactly("UNANSWERED", "NONE");
    assertThat(codes(found.path("tlsrpt"))).isEmpty();
    assertThat(codes(found.path("mtaSts"))).containsExactly("NONE");
  }

  @Test
  void domainThatDoesNotExistIsToldApart() throws Exception {
    for (String tool : List.of("record-check", "mta-sts")) {
      JsonNode found = check(tool);

      assertThat(found.path("exists").asBoolean()).as(tool).isFalse();
      assertThat(codes(found)).as(tool).containsExactly("NO_SUCH_DOMAIN");
    }
  }

  @Test
  void policyIsFetchedByBothFamiliesOfAddresses() throws Exception {
    zone.putTxt("_mta-sts." + NAME, "v=STSv1; id=1");
    zone.addMx(NAME, 10, "mx." + NAME);
    zone.addAddress("mta-sts." + NAME, "127.0.0.1");

    JsonNode found = check("mta-sts");

    assertThat(codes(found)).containsExactly("POLICY_NOT_FETCHED", "VALID");
    assertThat(found.path("policies").findValuesAsText("family")).containsExactly("ipv4", "ipv6");
    assertThat(found.path("policies").findValuesAsText("result"))
        .as("loopback is nobody's public server")
        .containsExactly("FORBIDDEN_ADDRESS", "NO_ADDRESS");
    assertThat(found.path("hosts").path(0).path("host").asText()).isEqualTo("mx." + NAME);
    assertThat(found.path("hosts").path(0).path("coveredByPolicy").asBoolean()).isFalse();
  }

  @Test
  void slowDomainsNeitherTakeLongNorKeepAnybodyFromReading() throws Exception {
    List<String> slow =
        IntStream.range(0, MOST_AT_ONCE).mapToObj(number -> "s" + number + "." + NAME).toList();
    slow.forEach(name -> zone.addMx(name, 10, "mx." + NAME));
    slow.forEach(name -> zone.silence("_smtp._tls." + name));
    ExecutorService callers = Executors.newFixedThreadPool(MOST_AT_ONCE);
    try {
      long start = System.nanoTime();
      List<Future<JsonNode>> checks = new ArrayList<>();
      slow.forEach(name -> checks.add(callers.submit(() -> check("record-check", name))));
      Client.await(
          () -> slow.stream().filter(name -> zone.queries("_smtp._tls." + name) > 0).count(),
          begun -> begun == MOST_AT_ONCE);

      assertThat(client.tool("mta-sts", question(NAME), caller).status())
          .as("one more who asks")
          .isEqualTo(429);
      assertThat(client.tool("record-syntax", "{\"record\":\"x\"}", caller).status())
          .as("somebody who reads")
          .isEqualTo(200);
      for (Future<JsonNode> check : checks) {
        assertThat(codes(check.get())).containsExactly("UNANSWERED", "NONE");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_CHECK);
    } finally {
      callers.shutdownNow();
      slow.forEach(zone::remove);
      slow.forEach(name -> zone.remove("_smtp._tls." + name));
    }
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
        "record-syntax|{\"record\":\"x\",\"domain\":\"a b\"}|400|INVALID_DOMAIN",
        "record-check|{\"domain\":\"a..b\"}|400|INVALID_DOMAIN",
        "mta-sts|{\"domain\":\"https://example.com/\"}|400|INVALID_DOMAIN",
        "mta-sts|{}|400|MISSING_FIELD",
        "record|{\"domain\":\"example.com\",\"rua\":[null]}|400|MISSING_FIELD",
        "record|{\"domain\":\"example.com\",\"rua\":\"a@example.com\"}|400|BAD_JSON",
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

  @Test
  void addressThatIsNoDomainIsAnsweredByTheDomainInIt() throws Exception {
    JsonNode problem =
        client.tool("record-check", "{\"domain\":\"tls@Example.com\"}", caller).body();

    assertThat(problem.path("detail").asText()).endsWith("give its domain alone: example.com");
  }

  @Test
  void openApiDescribesThem() throws Exception {
    JsonNode paths = client.get("/openapi?format=json").body().path("paths");

    assertThat(paths.has("/api/v1/tools/record-syntax")).isTrue();
    assertThat(paths.has("/api/v1/tools/record-check")).isTrue();
    assertThat(paths.has("/api/v1/tools/mta-sts")).isTrue();
    assertThat(paths.has("/api/v1/tools/record")).isTrue();
  }

  private JsonNode check(String tool) throws IOException, InterruptedException {
    return check(tool, NAME);
  }

  /** As somebody who has not used a tool before. */
  private JsonNode check(String tool, String domain) throws IOException, InterruptedException {
    return client.tool(tool, question(domain), "10.79.1." + CALLERS.incrementAndGet()).body();
  }

  private static String question(String domain) {
    return "{\"domain\":\"" + domain + "\"}";
  }

  private static List<String> codes(JsonNode section) {
    List<String> codes = new ArrayList<>();
    section.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
    return codes;
  }
}
