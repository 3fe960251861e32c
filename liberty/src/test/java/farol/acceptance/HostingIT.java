package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An MTA-STS policy that Farol serves, from its owner's and from senders' side. */
class HostingIT {
  private static final String NAME = "hosted.example";
  private static final String POLICY = "/api/v1/domains/" + NAME + "/mta-sts";
  private static final String TESTING =
      "{\"mode\":\"testing\",\"maxAge\":604800,\"mx\":[\"mx." + NAME + "\"]}";

  private RunningFarol farol;
  private Client client;
  private TestDomain domain;

  @BeforeEach
  void proveDomain() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    domain = new TestDomain(farol, NAME).add().prove();
  }

  @AfterEach
  void deleteDomain() throws Exception {
    domain.close();
  }

  @Test
  void isServedOnceItIsHostedAndAnewWithEveryChange() throws Exception {
    assertThat(fetch("mta-sts." + NAME).status()).isEqualTo(404);

    Client.Answer hosted = client.put(POLICY, TESTING);
    assertThat(hosted.status()).isEqualTo(200);
    RawConnection.Answer testing = fetch("mta-sts." + NAME);
    assertThat(testing.status()).isEqualTo(200);
    assertThat(testing.headers().get("content-type")).startsWith("text/plain");
    assertThat(testing.headers().get("cache-control")).isEqualTo("no-cache");
    assertThat(testing.body())
        .isEqualTo("version: STSv1\r\nmode: testing\r\nmx: mx." + NAME + "\r\nmax_age: 604800\r\n");

    client.put(POLICY, TESTING.replace("testing", "enforce"));
    assertThat(fetch("MTA-STS." + NAME + ".:" + URI.create(farol.internet()).getPort()).body())
        .contains("mode: enforce");
    String id = client.get(POLICY).body().path("id").asText();
    assertThat(id).isNotEqualTo(hosted.body().path("id").asText());
    assertThat(client.get(POLICY).body().path("records").path(0).path("value").asText())
        .isEqualTo("v=STSv1; id=" + id);
  }

  @Test
  void isWorthARecordOnlyAtFarolsOwnAddress() throws Exception {
    Client.Answer hosted = client.put(POLICY, TESTING);

    JsonNode host = hosted.body().path("records").path(1);
    assertThat(host.path("name").asText()).isEqualTo("mta-sts." + NAME);
    assertThat(host.path("type").asText()).as("of an address no alias can be").isEqualTo("A");
    assertThat(host.path("value").asText()).isEqualTo("127.0.0.1");
    assertThat(hosted.body().path("uncoveredHosts").path(0).asText())
        .as("the listener's own certificate is for others")
        .isEqualTo("mta-sts." + NAME);
  }

  @Test
  void believesNobodyButTheHostHeader() throws Exception {
    client.put(POLICY, TESTING);

    for (String header :
        List.of(
            "X-Forwarded-Host: %s", "Forwarded: host=%s", "X-Forwarded-Server: %s", "$WSSN: %s")) {
      String claimed = header.formatted("mta-sts." + NAME) + "\r\n";
      assertThat(ask("GET", "mta-sts.other.example", claimed).status()).as(header).isEqualTo(404);
      String claimsOther = header.formatted("mta-sts.other.example") + "\r\n";
      assertThat(ask("GET", "mta-sts." + NAME, claimsOther).status()).as(header).isEqualTo(200);
    }
  }

  @Test
  void manyChangesOfTheSameMomentAreAllAnswered() throws Exception {
    List<CompletableFuture<Integer>> changes =
        IntStream.range(0, 12)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> status(TESTING.replace("604800", String.valueOf(number)))))
            .toList();

    assertThat(changes).allMatch(change -> change.join() == 200);
  }

  private int status(String order) {
    try {
      return client.put(POLICY, order).status();
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  @Test
  void isProposedForTheMailHostsAsLastSeenAndComparedWithWhatTheWorldSees() throws Exception {
    farol.dns().zone().addMx(NAME, 10, "mx." + NAME);
    farol.dns().zone().addMx(NAME, 20, "192.0.2.1");
    client.put(POLICY, TESTING);
    domain.publish("_mta-sts", "v=STSv1; id=old");
    assertThat(postureCodes()).contains("HOSTED_NOT_SEEN_YET");

    client.post("/api/v1/domains/" + NAME + "/recheck", "");
    client.runJob("dns-recheck");
    assertThat(client.get(POLICY).body().path("proposed").toString())
        .isEqualTo("[\"mx." + NAME + "\"]");
    assertThat(postureCodes()).contains("HOSTED_ID_DIFFERS", "HOSTED_POLICY_NOT_FETCHED");
    List.of(NAME, "_mta-sts." + NAME).forEach(farol.dns().zone()::remove);
  }

  private List<String> postureCodes() throws Exception {
    return client
        .get("/api/v1/domains/" + NAME + "/posture")
        .body()
        .path("mtaSts")
        .path("findings")
        .findValuesAsText("code");
  }

  @Test
  void isChangedOnlyForADomainThatIsProven() throws Exception {
    try (TestDomain claimed = new TestDomain(farol, "claimed.example").add()) {
      Client.Answer refused = client.put("/api/v1/domains/claimed.example/mta-sts", TESTING);

      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body().path("code").asText()).isEqualTo("DOMAIN_NOT_VERIFIED");
    }
    assertThat(client.put("/api/v1/domains/other.example/mta-sts", TESTING).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAME,
        "mta-sts.other.example",
        "localhost",
        "mta-sts.",
        "mta-sts.-",
        "mta-sts.ä.example",
        "mta-sts.%00",
        "mta-sts.<b>"
      })
  void otherHostsHaveNone(String host) throws Exception {
    client.put(POLICY, TESTING);

    assertThat(fetch(host).status()).isEqualTo(404);
  }

  @Test
  void changeThatWouldLockAMailHostOutMustBeMeant() throws Exception {
    farol.dns().zone().addMx(NAME, 10, "mx." + NAME);
    client.post("/api/v1/domains/" + NAME + "/recheck", "");
    client.runJob("dns-recheck");
    String other = TESTING.replace("testing", "enforce").replace("mx." + NAME, "b." + NAME);

    Client.Answer refused = client.put(POLICY, other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asText()).isEqualTo("CONFIRMATION_NEEDED");
    assertThat(refused.body().path("detail").asText()).contains("mx." + NAME);
    assertThat(client.put(POLICY, other.replace("}", ",\"confirm\":true}")).status())
        .isEqualTo(200);
    farol.dns().zone().remove(NAME);
  }

  @Test
  void whatIsInForceIsNotServedNoMoreByMistake() throws Exception {
    client.put(POLICY, TESTING);
    assertThat(client.delete(POLICY).status()).isEqualTo(409);
    assertThat(client.delete(POLICY + "?confirm=true").status()).isEqualTo(200);
    assertThat(fetch("mta-sts." + NAME).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"mode\":\"strict\",\"maxAge\":1,\"mx\":[\"a.example\"]}",
        "{\"mode\":\"testing\",\"maxAge\":-1,\"mx\":[\"a.example\"]}",
        "{\"mode\":\"testing\",\"maxAge\":31557601,\"mx\":[\"a.example\"]}",
        "{\"mode\":\"testing\",\"maxAge\":9223372036854775807,\"mx\":[\"a.example\"]}",
        "{\"mode\":\"testing\",\"maxAge\":1,\"mx\":[null]}",
        "{\"mode\":\"testing\",\"maxAge\":1,\"mx\":[\"a.example\\r\\nmx: b.example\"]}",
        "{\"mode\":\"testing\",\"maxAge\":1,\"mx\":[]}",
        "{\"mode\":\"testing\",\"maxAge\":1,\"mx\":[\"192.0.2.1\"]}"
      })
  void whatIsNoPolicyIsRefused(String order) throws Exception {
    assertThat(client.put(POLICY, order).status()).isEqualTo(400);
  }

  @Test
  void isForGetAndHeadOnly() throws Exception {
    client.put(POLICY, TESTING);

    assertThat(ask("HEAD", "mta-sts." + NAME, "").headers()).containsKey("etag");
    RawConnection.Answer refused = ask("POST", "mta-sts." + NAME, "Content-Length: 0\r\n");
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Cache-Control")).as("nor is a refusal kept").isEqualTo("no-cache");
    String tag = fetch("mta-sts." + NAME).headers().get("etag");
    assertThat(ask("GET", "mta-sts." + NAME, "If-None-Match: " + tag + "\r\n").status())
        .isEqualTo(304);
  }

  private RawConnection.Answer fetch(String host) throws Exception {
    return ask("GET", host, "");
  }

  private RawConnection.Answer ask(String method, String host, String header) throws Exception {
    try (RawConnection connection = new RawConnection(URI.create(farol.internet()), "127.0.0.1")) {
      connection.send(
          method
              + " /.well-known/mta-sts.txt HTTP/1.1\r\nHost: "
              + host
              + "\r\n"
              + header
              + "Connection: close\r\n\r\n");
      return connection.answer();
    }
  }
}
