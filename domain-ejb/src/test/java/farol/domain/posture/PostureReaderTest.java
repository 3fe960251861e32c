package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.CollectorToken;
import farol.domain.posture.Known.Sighting;
import farol.domain.posture.Posture.Dane;
import farol.domain.published.CertificateFacts;
import farol.domain.published.CertificateOrder;
import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostureReaderTest {
  private static final Instant NOW = CertificateOrder.NOW;
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final String HOST = "mx.example.com";
  private static final URI OURS =
      URI.create("https://farol.example/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345");
  private static final URI OUR_MAILBOX =
      URI.create("mailto:tlsrpt+abcdefghijklmnopqrstuvwxyz012345@farol.example");
  private static final String ENFORCE =
      "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n";

  private static final CertificateOrder ROOT = CertificateOrder.forAuthority("Root");
  private static final X509Certificate ROOT_CERTIFICATE = ROOT.selfSigned();

  private final Look.Builder look = Look.builder();

  @BeforeEach
  void publishGoodRecords() {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTv1; rua=" + OURS);
    look.see(Aspect.of(Observed.MTASTS_RECORD), "v=STSv1; id=1");
    look.see(policy("ipv4"), ENFORCE);
    look.see(fetch("ipv4"), "FETCHED\ntext/plain");
    look.see(fetch("ipv6"), "NO_ADDRESS");
    look.see(Aspect.of(Observed.MX), "10 mx.example.com");
    look.see(new Aspect(Observed.DNSSEC, "example.com"), "INSECURE");
    look.see(new Aspect(Observed.DNSSEC, HOST), "INSECURE");
    look.see(new Aspect(Observed.DNSSEC, "_25._tcp." + HOST), "INSECURE");
    look.see(new Aspect(Observed.TLSA, HOST), "");
    serve("TLSv1.3", issue(HOST));
  }

  private static Aspect policy(String family) {
    return new Aspect(Observed.MTASTS_POLICY, family);
  }

  private static Aspect fetch(String family) {
    return new Aspect(Observed.POLICY_FETCH, family);
  }

  private static X509Certificate issue(String... names) {
    return sign(CertificateOrder.forServer(names));
  }

  private static X509Certificate sign(CertificateOrder order) {
    return order.signed(ROOT.subject(), ROOT.privateKey());
  }

  private void serve(String state, X509Certificate... chain) {
    look.see(new Aspect(Observed.MAIL_SERVER, HOST + " 192.0.2.1"), state);
    look.seeChain(new Aspect(Observed.MAIL_CERTIFICATE, HOST + " 192.0.2.1"), List.of(chain));
  }

  private void publishTlsa(String proof, X509Certificate certificate) {
    look.see(new Aspect(Observed.DNSSEC, "example.com"), proof);
    look.see(new Aspect(Observed.DNSSEC, HOST), "SECURE");
    look.see(new Aspect(Observed.DNSSEC, "_25._tcp." + HOST), "SECURE");
    look.see(
        new Aspect(Observed.TLSA, HOST),
        "3 1 1 " + CertificateFacts.of(certificate).keyFingerprint());
  }

  @Test
  void hasNothingButGoodNewsOfAGoodDomain() {
    Posture posture = read();

    assertThat(posture.findings()).extracting(Finding::code).containsOnly("VALID");
    assertThat(posture.mtaSts().inForce()).isPresent();
    assertThat(posture.mail().hosts())
        .singleElement()
        .satisfies(
            host -> {
              assertThat(host.isCovered()).isTrue();
              assertThat(host.dane()).isEqualTo(Dane.NONE);
              assertThat(host.servers())
                  .singleElement()
                  .satisfies(server -> assertThat(server.state()).isEqualTo("TLSv1.3"));
            });
    assertThat(posture.nextToExpire().orElseThrow().daysLeft(NOW)).isEqualTo(90);
  }

  @Test
  void saysNothingOfWhatNobodyKnows() {
    Posture posture = read(Known.by(Look.builder().build(), NOW));

    assertThat(posture.findings()).isEmpty();
    assertThat(posture.worst()).isEmpty();
  }

  @Test
  void saysWhenReportsGoElsewhere() {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTv1; rua=mailto:a@example.net");
    assertThat(codes(read().tlsRpt().findings())).containsExactly("VALID", "NOT_OURS");

    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTv1; rua=mailto:a@example.net," + OURS);
    assertThat(read().tlsRpt().findings())
        .element(1)
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("ALSO_ELSEWHERE");
              assertThat(finding.message()).endsWith(": mailto:a@example.net");
            });
  }

  static Stream<String> ourAddresses() {
    return Stream.of(OURS.toString(), OUR_MAILBOX.toString(), OURS + "," + OUR_MAILBOX);
  }

  @ParameterizedTest
  @MethodSource("ourAddresses")
  void isContentWithEitherOfOurAddressesOrBoth(String rua) {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), "v=TLSRPTv1; rua=" + rua);

    assertThat(codes(read().tlsRpt().findings())).containsExactly("VALID");
  }

  @ParameterizedTest
  @MethodSource("ourAddresses")
  void knowsItsOwnAddressWithoutTheTokenThatIsKeptOfNone(String rua) {
    look.see(Aspect.of(Observed.TLSRPT_RECORD), CollectorToken.masked("v=TLSRPTv1; rua=" + rua));

    assertThat(codes(read().tlsRpt().findings())).containsExactly("VALID");
  }

  @Test
  void saysThatAPolicyHasNoRecord() {
    look.see(Aspect.of(Observed.MTASTS_RECORD), "");

    assertThat(codes(read().mtaSts().findings()))
        .startsWith("POLICY_WITHOUT_RECORD")
        .doesNotContain("NONE");
    assertThat(read().mtaSts().inForce()).isEmpty();
    assertThat(read().mail().hosts().get(0).isCovered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT_TIMEOUT", "STATUS_404", "REDIRECT\nhttps://example.net/"})
  void saysWhySendersCannotFetchThePolicy(String outcome) {
    look.see(fetch("ipv4"), outcome);

    assertThat(read(withoutPolicy()).mtaSts().findings())
        .filteredOn(finding -> finding.code().equals("POLICY_NOT_FETCHED"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message()).contains("IPv4", outcome.replace("\n", ", "));
            });
  }

  @Test
  void tellsTheFamiliesApart() {
    look.see(fetch("ipv6"), "CONNECT_FAILED");
    assertThat(codes(read().mtaSts().findings())).contains("POLICY_BY_ONE_FAMILY");

    look.see(fetch("ipv6"), "FETCHED\ntext/plain");
    look.see(policy("ipv6"), ENFORCE.replace("enforce", "testing"));
    assertThat(codes(read().mtaSts().findings())).contains("POLICIES_DIFFER");
  }

  @Test
  void missesTheHostOfThePolicy() {
    look.see(fetch("ipv4"), "NO_ADDRESS");

    assertThat(codes(read(withoutPolicy()).mtaSts().findings())).contains("POLICY_HOST_MISSING");
  }

  @Test
  void missesANewIdForANewPolicy() {
    Map<Aspect, Sighting> sightings = new HashMap<>(Known.by(look.build(), NOW).sightings());
    Instant later = NOW.plus(Duration.ofHours(1));
    sightings.put(policy("ipv4"), new Sighting(ENFORCE, later, true));
    assertThat(codes(read(sightings).mtaSts().findings())).contains("POLICY_CHANGED_WITHOUT_ID");

    sightings.put(policy("ipv4"), new Sighting(ENFORCE, later, false));
    assertThat(codes(read(sightings).mtaSts().findings()))
        .doesNotContain("POLICY_CHANGED_WITHOUT_ID");
  }

  @ParameterizedTest
  @CsvSource({"enforce, ERROR", "testing, WARNING"})
  void saysWhichMailHostThePolicyLeavesOut(String mode, Severity severity) {
    look.see(policy("ipv4"), ENFORCE.replace("enforce", mode));
    look.see(Aspect.of(Observed.MX), "10 mx.example.com\n20 other.example.net");

    assertThat(read().mtaSts().findings())
        .filteredOn(finding -> finding.code().equals("MX_NOT_IN_POLICY"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.message()).contains("other.example.net");
            });
    assertThat(read().mail().hosts().get(1).isCovered()).isFalse();
  }

  @Test
  void saysWhichPatternsMeanNoMailHost() {
    look.see(policy("ipv4"), ENFORCE + "mx: *.old.example.net\n");

    assertThat(codes(read().mtaSts().findings())).contains("PATTERN_WITHOUT_MX");
  }

  @Test
  void watchesTheCertificateOfThePolicyHost() {
    X509Certificate certificate =
        sign(CertificateOrder.forServer("mta-sts.example.com").until(NOW.plus(Duration.ofDays(6))));
    look.seeChain(new Aspect(Observed.POLICY_CERTIFICATE, "ipv4"), List.of(certificate));

    assertThat(codes(read().mtaSts().findings())).contains("EXPIRES_SOON");
    assertThat(read().nextToExpire().orElseThrow().daysLeft(NOW)).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO_STARTTLS",
        "STARTTLS_REFUSED",
        "TLS_FAILED",
        "CONNECT_FAILED",
        "CONNECT_TIMEOUT",
        "BANNER_REFUSED",
        "EHLO_REFUSED",
        "BAD_SMTP",
        "TOO_SLOW",
        "FORBIDDEN_ADDRESS"
      })
  void namesWhatAMailServerDoes(String state) {
    serve(state, issue(HOST));

    assertThat(server().state()).isEqualTo(state);
    assertThat(codes(server().findings())).containsExactly(state);
    assertThat(server().certificate()).isNotNull();
  }

  @Test
  void insistsOnAValidCertificateOnlyWhereThereIsAPolicy() {
    serve("TLSv1.2", issue("other.example.com"));
    assertThat(server().findings())
        .singleElement()
        .extracting(Finding::code, Finding::severity)
        .containsExactly("CERTIFICATE_HOST_MISMATCH", Severity.ERROR);

    look.see(policy("ipv4"), "version: STSv1\nmode: none\nmax_age: 86400\n");
    assertThat(server().findings())
        .singleElement()
        .extracting(Finding::severity)
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void comparesTheLiveKeyWithItsTlsaRecords() {
    X509Certificate certificate = issue(HOST);
    serve("TLSv1.3", certificate);
    publishTlsa("SECURE", certificate);
    assertThat(read().mail().hosts().get(0).dane()).isEqualTo(Dane.ACTIVE);
    assertThat(server().findings()).isEmpty();

    publishTlsa("SECURE", issue(HOST));
    assertThat(codes(server().findings())).containsExactly("TLSA_MISMATCH");
  }

  @ParameterizedTest
  @CsvSource({
    "INSECURE, UNPROVEN, TLSA_WITHOUT_DNSSEC",
    "UNCHECKED, UNPROVEN, TLSA_WITHOUT_DNSSEC",
    "BOGUS, BROKEN, DNSSEC_BOGUS"
  })
  void countsTlsaRecordsOnlyWhereDnssecProvesThem(String proof, Dane dane, String code) {
    publishTlsa(proof, issue(HOST));

    assertThat(read().mail().hosts().get(0).dane()).isEqualTo(dane);
    assertThat(codes(read().mail().hosts().get(0).findings())).containsExactly(code);
    assertThat(codes(server().findings())).doesNotContain("TLSA_MISMATCH");
  }

  @ParameterizedTest
  @CsvSource({"'', NO_MX", "0 ., NULL_MX"})
  void namesADomainWithoutMailHosts(String mx, String code) {
    look.see(Aspect.of(Observed.MX), mx);

    assertThat(codes(read().mail().findings())).containsExactly(code);
    assertThat(read().mail().hosts()).isEmpty();
  }

  @Test
  void namesAnMxThatIsNoHost() {
    look.see(Aspect.of(Observed.MX), "10 192.0.2.1");

    assertThat(codes(read().mail().hosts().get(0).findings())).containsExactly("INVALID_MX_TARGET");
  }

  @Test
  void judgesAHostWhoseNameIsTooLongForTlsaRecords() {
    String host = "a".repeat(60) + ("." + "b".repeat(60)).repeat(3) + ".com";
    look.see(Aspect.of(Observed.MX), "10 " + host);

    assertThat(read().mail().hosts().get(0).dane()).isEqualTo(Dane.UNKNOWN);
  }

  @Test
  void namesAHostWithoutAddress() {
    look.see(new Aspect(Observed.MAIL_SERVER, HOST), "NO_ADDRESS");

    assertThat(codes(read().mail().hosts().get(0).findings())).contains("NO_ADDRESS");
  }

  private Map<Aspect, Sighting> withoutPolicy() {
    Map<Aspect, Sighting> sightings = new HashMap<>(Known.by(look.build(), NOW).sightings());
    sightings.remove(policy("ipv4"));
    return sightings;
  }

  private Posture.MailServer server() {
    return read().mail().hosts().get(0).servers().get(0);
  }

  private Posture read(Map<Aspect, Sighting> sightings) {
    return read(new Known(sightings, Known.by(look.build(), NOW).certificates()));
  }

  private Posture read() {
    return read(Known.by(look.build(), NOW));
  }

  private static Posture read(Known known) {
    return new PostureReader(TrustAnchors.of(List.of(ROOT_CERTIFICATE)), new TestClock(NOW))
        .read(known, DOMAIN, List.of(OURS, OUR_MAILBOX));
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
