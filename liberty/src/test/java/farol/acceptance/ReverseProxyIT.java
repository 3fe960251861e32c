package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import farol.probe.ServerAuthority;
import java.io.ByteArrayInputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's guide's nginx in front of Farol, as the internet sees it. */
class ReverseProxyIT {
  private static final int LARGEST_BODY = 1_048_576;

  private final ServerAuthority authority = ServerAuthority.root("Test root");
  private RunningFarol farol;
  private Nginx nginx;
  private TestDomain one;
  private TestDomain other;

  @BeforeEach
  void host() throws Exception {
    farol = RunningFarol.shared();
    nginx = Nginx.before(farol, authority);
    one = new TestDomain(farol, "example.com").add().prove();
    other = new TestDomain(farol, "example.net").add().prove();
  }

  @AfterEach
  void stop() throws Exception {
    nginx.close();
    one.close();
    other.close();
  }

  @Test
  void eachNameHasItsOwnCertificateAndPolicy() throws Exception {
    one.hostPolicy();
    other.hostPolicy();

    try (NamesLeadHere internet = new NamesLeadHere(nginx.port(), "127.0.0.1")) {
      for (TestDomain domain : new TestDomain[] {one, other}) {
        HttpResponse<String> answer =
            get(internet, "https://mta-sts." + domain.name() + "/.well-known/mta-sts.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("mx: mx." + domain.name() + "\r\n");
        X509Certificate shown =
            (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        assertThat(shown.getSubjectAlternativeNames().toString())
            .contains("mta-sts." + domain.name());
      }
    }
  }

  @Test
  void policyIsTakenAwayWithItsEnd() throws Exception {
    one.hostPolicy();
    new Client(farol).delete("/api/v1/domains/example.com/mta-sts?confirm=true");

    try (NamesLeadHere internet = new NamesLeadHere(nginx.port(), "127.0.0.1")) {
      assertThat(get(internet, "https://mta-sts.example.com/.well-known/mta-sts.txt").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void nothingElseIsLetThrough() throws Exception {
    try (NamesLeadHere internet = new NamesLeadHere(nginx.port(), "127.0.0.1")) {
      assertThat(get(internet, "https://farol.example.com/.well-known/mta-sts.txt").statusCode())
          .isEqualTo(404);
      assertThat(get(internet, "https://mta-sts.example.com/tls-rpt/ingest/x").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void reportIsCountedForItsSender() throws Exception {
    byte[] report = one.report().toString().getBytes(StandardCharsets.UTF_8);

    try (NamesLeadHere greedy = new NamesLeadHere(nginx.port(), "127.0.9.1");
        NamesLeadHere modest = new NamesLeadHere(nginx.port(), "127.0.8.1")) {
      assertThat(post(greedy, report)).isEqualTo(201);
      int answer = 200;
      for (int sent = 1; answer == 200 && sent < 100; sent++) {
        answer = post(greedy, report);
      }
      assertThat(answer).as("one sender's budget is used up").isEqualTo(429);
      assertThat(post(modest, report)).as("another's is whole").isEqualTo(200);
    }
  }

  @Test
  void takesTheLargestBodyAndNoLargerOne() throws Exception {
    byte[] report = one.report().toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[LARGEST_BODY];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(report, 0, padded, 0, report.length);

    try (NamesLeadHere internet = new NamesLeadHere(nginx.port(), "127.0.7.1")) {
      assertThat(post(internet, padded)).isEqualTo(201);
      assertThat(post(internet, Arrays.copyOf(padded, LARGEST_BODY + 1))).isEqualTo(413);
    }
    assertThat(nginx.logs()).doesNotContain(token());
  }

  private String token() throws Exception {
    String collector = one.collector();
    return collector.substring(collector.lastIndexOf('/') + 1);
  }

  private int post(NamesLeadHere internet, byte[] body) throws Exception {
    return send(
            internet,
            HttpRequest.newBuilder(
                    URI.create("https://farol.example.com/tls-rpt/ingest/" + token()))
                .header("Content-Type", "application/tlsrpt+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build())
        .statusCode();
  }

  private HttpResponse<String> get(NamesLeadHere internet, String url) throws Exception {
    return send(internet, HttpRequest.newBuilder(URI.create(url)).build());
  }

  private HttpResponse<String> send(NamesLeadHere internet, HttpRequest request) throws Exception {
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(internet.address()))
        .sslContext(trustingTheAuthority())
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString());
  }

  private SSLContext trustingTheAuthority() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "root",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(authority.pem().getBytes(StandardCharsets.US_ASCII))));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
