package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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

  @ParameterizedTest
  @ValueSource(strings = {NAME, "mta-sts.other.example", "localhost", "mta-sts.", "mta-sts.-"})
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
    assertThat(ask("POST", "mta-sts." + NAME, "Content-Length: 0\r\n").status()).isEqualTo(405);
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
