package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.posture.Glance.MtaSts;
import farol.domain.posture.Glance.Reporting;
import farol.domain.posture.Posture.Dane;
import farol.domain.published.CertificateOrder;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlanceTest {
  private static final Instant NOW = CertificateOrder.NOW;
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final URI OURS =
      URI.create("https://farol.example/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345");
  private static final String RECORD_311 = "3 1 1 " + "ab".repeat(32);

  private final Look.Builder look = Look.builder();

  @BeforeEach
  void publishTwoHosts() {
    look.see(Aspect.of(Observed.MX), "10 mx1.example.com\n20 mx2.example.com");
    look.see(new Aspect(Observed.DNSSEC, "example.com"), "SECURE");
    prove("mx1.example.com", "SECURE", "");
    prove("mx2.example.com", "SECURE", "");
  }

  private void prove(String host, String proof, String tlsa) {
    look.see(new Aspect(Observed.DNSSEC, host), proof);
    look.see(new Aspect(Observed.DNSSEC, "_25._tcp." + host), proof);
    look.see(new Aspect(Observed.TLSA, host), tlsa);
  }

  private void publishPolicy(String mode) {
    look.see(Aspect.of(Observed.MTASTS_RECORD), "v=STSv1; id=1");
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv4"), "FETCHED\ntext/plain");
    look.see(
        new Aspect(Observed.MTASTS_POLICY, "ipv4"),
        "version: STSv1\nmode: " + mode + "\nmx: mx1.example.com\nmax_age: 604800\n");
  }

  @Test
  void nothingIsKnownBeforeTheFirstLook() {
    assertThat(glance(Look.builder()))
        .isEqualTo(new Glance(Reporting.UNKNOWN, MtaSts.UNKNOWN, Dane.NONE, 0, 0, 0, null));
  }

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "v=TLSRPTv1; rua=ftp://example.com, INVALID",
    "v=TLSRPTv1; rua=mailto:a@example.net, ELSEWHERE",
    "'v=TLSRPTv1; rua=mailto:a@example.net,"
        + "https://farol.example/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345', HERE"
  })
  void saysWhereReportsGo(String record, Reporting reporting) {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), record);

    assertThat(glance().reporting()).isEqualTo(reporting);
  }

  @ParameterizedTest
  @CsvSource({"enforce, ENFORCE, 1", "testing, TESTING, 1", "none, OFF, 0"})
  void saysTheModeAndHowManyHostsThePolicyCovers(String mode, MtaSts mtaSts, int covered) {
    publishPolicy(mode);

    assertThat(glance().mtaSts()).isEqualTo(mtaSts);
    assertThat(glance().hosts()).isEqualTo(2);
    assertThat(glance().covered()).isEqualTo(covered);
  }

  @Test
  void tellsNoMtaStsFromABrokenOne() {
    look.see(Aspect.of(Observed.MTASTS_RECORD), "");
    assertThat(glance().mtaSts()).isEqualTo(MtaSts.NONE);

    look.see(Aspect.of(Observed.MTASTS_RECORD), "v=STSv1; id=1");
    assertThat(glance().mtaSts()).as("policy not fetched yet").isEqualTo(MtaSts.UNKNOWN);

    look.see(new Aspect(Observed.POLICY_FETCH, "ipv4"), "STATUS_404");
    look.see(new Aspect(Observed.POLICY_FETCH, "ipv6"), "NO_ADDRESS");
    assertThat(glance().mtaSts()).isEqualTo(MtaSts.BROKEN);
  }

  @Test
  void countsTheHostsWithDane() {
    prove("mx1.example.com", "SECURE", RECORD_311);

    assertThat(glance().dane()).isEqualTo(Dane.ACTIVE);
    assertThat(glance().withDane()).isEqualTo(1);
  }

  @Test
  void saysTheWorstOfAllHosts() {
    prove("mx1.example.com", "SECURE", RECORD_311);
    prove("mx2.example.com", "INSECURE", RECORD_311);
    assertThat(glance().dane()).isEqualTo(Dane.UNPROVEN);

    prove("mx2.example.com", "BOGUS", RECORD_311);
    assertThat(glance().dane()).isEqualTo(Dane.BROKEN);
  }

  @Test
  void saysWhichCertificateExpiresFirst() {
    serve(new Aspect(Observed.MAIL_CERTIFICATE, "mx1.example.com 192.0.2.1"), 40);
    serve(new Aspect(Observed.MAIL_CERTIFICATE, "mx2.example.com 192.0.2.2"), 20);
    serve(new Aspect(Observed.POLICY_CERTIFICATE, "ipv4"), 30);

    assertThat(glance().expiry()).isEqualTo(NOW.plus(Duration.ofDays(20)));
  }

  private void serve(Aspect aspect, int days) {
    look.seeChain(
        aspect,
        List.of(
            CertificateOrder.forServer("mx.example.com")
                .until(NOW.plus(Duration.ofDays(days)))
                .selfSigned(),
            CertificateOrder.forAuthority("Issuer").until(NOW).selfSigned()));
  }

  private Glance glance() {
    return glance(look);
  }

  private static Glance glance(Look.Builder seen) {
    return new PostureReader(TrustAnchors.of(List.of()), new TestClock(NOW))
        .glance(Known.by(seen.build(), NOW), DOMAIN, List.of(OURS));
  }
}
