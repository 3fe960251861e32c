package farol.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeDaneLookup;
import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.FakePolicyFetch;
import farol.domain.lookup.FakeSmtpProbe;
import farol.domain.lookup.HurriedRecordLookupTest;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyAnswers;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.SmtpConversation;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.published.CertificateFacts;
import farol.domain.published.CertificateOrder;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSurveyTest {
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final String HOST = "mx.example.com";
  private static final String POLICY = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";
  private static final SmtpConversation NOTHING =
      new SmtpConversation(null, null, false, List.of(), null, null);

  private final FakeLookup records = new FakeLookup();
  private final FakeDaneLookup dane = new FakeDaneLookup();
  private final FakePolicyFetch policies = new FakePolicyFetch();
  private final FakeSmtpProbe servers = new FakeSmtpProbe();
  private final X509Certificate certificate = CertificateOrder.forServer(HOST).selfSigned();

  private void publishMail(String... addresses) {
    records.putMx("example.com", new MailExchanger(10, HOST));
    dane.putMx("example.com", new MailExchanger(10, HOST));
    records.putAddresses(HOST, addresses);
    dane.putAddresses(HOST, addresses);
    Stream.of(addresses).forEach(address -> servers.serve(address, certificate));
  }

  @Test
  void seesAllThatADomainPublishes() {
    publishMail("192.0.2.1", "2001:db8::1");
    dane.putTlsa(HOST, new TlsaRecord(3, 1, 1, "0a".repeat(32)));
    records.putTxt("_smtp._tls.example.com", "v=TLSRPTv1; rua=mailto:a@example.com");
    records.putTxt("_mta-sts.example.com", "v=STSv1; id=1", "other");
    policies.serveByIpv4Only("example.com", POLICY);

    String fingerprint = CertificateFacts.of(certificate).fingerprint();
    assertThat(seen(Depth.MAIL_SERVERS))
        .containsEntry("TLSRPT_RECORD ", "v=TLSRPTv1; rua=mailto:a@example.com")
        .containsEntry("MTASTS_RECORD ", "other\nv=STSv1; id=1")
        .containsEntry("MX ", "10 mx.example.com")
        .containsEntry("MTASTS_POLICY ipv4", POLICY)
        .hasEntrySatisfying("POLICY_FETCH ipv4", fetch -> assertThat(fetch).startsWith("FETCHED\n"))
        .containsEntry("POLICY_FETCH ipv6", "NO_ADDRESS")
        .doesNotContainKey("MTASTS_POLICY ipv6")
        .containsEntry("DNSSEC example.com", "SECURE")
        .containsEntry("DNSSEC mx.example.com", "SECURE")
        .containsEntry("DNSSEC _25._tcp.mx.example.com", "SECURE")
        .containsEntry("TLSA mx.example.com", "3 1 1 " + "0a".repeat(32))
        .containsEntry("MAIL_SERVER mx.example.com 192.0.2.1", "TLSv1.3")
        .containsEntry("MAIL_SERVER mx.example.com 2001:db8::1", "TLSv1.3")
        .containsEntry("MAIL_CERTIFICATE mx.example.com 192.0.2.1", fingerprint);
    assertThat(look(Depth.MAIL_SERVERS).certificates()).containsEntry(fingerprint, certificate);
    assertThat(look(Depth.MAIL_SERVERS).isIncomplete()).isFalse();
  }

  @Test
  void seesThatADomainPublishesNothing() {
    assertThat(seen(Depth.MAIL_SERVERS))
        .containsEntry("TLSRPT_RECORD ", "")
        .containsEntry("MTASTS_RECORD ", "")
        .containsEntry("MX ", "");
    assertThat(look(Depth.MAIL_SERVERS).leavesOpen(server("192.0.2.1"))).isFalse();
  }

  @Test
  void doesNotTouchMailServersWhereItShallNot() {
    publishMail("192.0.2.1");

    assertThat(seen(Depth.RECORDS)).containsKey("TLSA mx.example.com");
    assertThat(look(Depth.RECORDS).seen().keySet())
        .noneMatch(aspect -> aspect.kind() == Observed.MAIL_SERVER);
    assertThat(look(Depth.RECORDS).leavesOpen(server("192.0.2.1"))).isTrue();
    assertThat(look(Depth.RECORDS).isIncomplete()).isFalse();
  }

  @Test
  void seesOnlyRecordsBeforeADomainIsVerified() {
    publishMail("192.0.2.1");
    policies.serve("example.com", POLICY);

    assertThat(seen(Depth.REPORTING).keySet()).containsExactly("MX ", "TLSRPT_RECORD ");
    assertThat(Stream.of(Observed.values()).filter(kind -> kind != Observed.MX))
        .filteredOn(kind -> kind != Observed.TLSRPT_RECORD)
        .allMatch(kind -> look(Depth.REPORTING).leavesOpen(new Aspect(kind, "any")));
  }

  @Test
  void leavesOpenWhatDnsDoesNotAnswer() {
    publishMail("192.0.2.1");
    records.fail("example.com", "SERVFAIL");
    records.fail("_smtp._tls.example.com", "SERVFAIL");

    Look look = look(Depth.MAIL_SERVERS);
    assertThat(look.leavesOpen(Aspect.of(Observed.MX))).isTrue();
    assertThat(look.leavesOpen(Aspect.of(Observed.TLSRPT_RECORD))).isTrue();
    assertThat(look.leavesOpen(server("192.0.2.1"))).isTrue();
    assertThat(look.leavesOpen(new Aspect(Observed.TLSA, HOST))).isTrue();
    assertThat(look.leavesOpen(Aspect.of(Observed.MTASTS_RECORD))).isFalse();
    assertThat(look.exchangers()).isEmpty();
    assertThat(look.isIncomplete()).isTrue();
  }

  @Test
  void leavesOnlyOneHostOpenWhenItsAddressesAreNotAnswered() {
    publishMail("192.0.2.1");
    records.fail(HOST, "SERVFAIL");

    Look look = look(Depth.MAIL_SERVERS);
    assertThat(look.leavesOpen(server("192.0.2.1"))).isTrue();
    assertThat(look.leavesOpen(new Aspect(Observed.MAIL_SERVER, "mx2.example.com 192.0.2.1")))
        .isFalse();
  }

  @Test
  void namesAHostWithoutAddresses() {
    publishMail();

    assertThat(seen(Depth.MAIL_SERVERS)).containsEntry("MAIL_SERVER mx.example.com", "NO_ADDRESS");
  }

  @Test
  void looksAtAHostWhoseNameIsTooLongForTlsaRecords() {
    String host = "a".repeat(60) + ("." + "b".repeat(60)).repeat(3) + ".com";
    records.putMx("example.com", new MailExchanger(10, host));
    records.putAddresses(host, "192.0.2.1");
    servers.serve("192.0.2.1", certificate);

    assertThat(seen(Depth.MAIL_SERVERS))
        .containsEntry("MAIL_SERVER " + host + " 192.0.2.1", "TLSv1.3");
  }

  @Test
  void probesFourAddressesOfBothFamilies() {
    publishMail("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "2001:db8::1");

    assertThat(seen(Depth.MAIL_SERVERS).keySet())
        .filteredOn(aspect -> aspect.startsWith("MAIL_SERVER"))
        .extracting(aspect -> aspect.substring("MAIL_SERVER mx.example.com ".length()))
        .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1");
  }

  @Test
  void takesTheWeakestProof() {
    publishMail("192.0.2.1");
    dane.spoil("_25._tcp." + HOST, "signature expired");
    dane.leaveUnsigned(HOST);

    Map<String, String> seen = seen(Depth.MAIL_SERVERS);
    assertThat(seen)
        .containsEntry("DNSSEC example.com", "SECURE")
        .containsEntry("DNSSEC mx.example.com", "INSECURE")
        .containsEntry("DNSSEC _25._tcp.mx.example.com", "BOGUS")
        .doesNotContainKey("TLSA mx.example.com");
    assertThat(look(Depth.MAIL_SERVERS).leavesOpen(new Aspect(Observed.TLSA, HOST))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = SmtpFailure.class,
      names = {"NO_ROUTE", "INTERNAL_ERROR"},
      mode = EnumSource.Mode.EXCLUDE)
  void remembersTheCertificateOfAServerThatFails(SmtpFailure failure) {
    publishMail("192.0.2.1");
    servers.put("192.0.2.1", new SmtpOutcome.Failed(failure, "detail", NOTHING));

    Look look = look(Depth.MAIL_SERVERS);
    assertThat(look.seen()).containsEntry(server("192.0.2.1"), failure.name());
    assertThat(look.leavesOpen(new Aspect(Observed.MAIL_CERTIFICATE, HOST + " 192.0.2.1")))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = SmtpFailure.class,
      names = {"NO_ROUTE", "INTERNAL_ERROR"})
  void saysNothingOfAServerWhereTheFaultIsOurs(SmtpFailure failure) {
    publishMail("192.0.2.1");
    servers.put("192.0.2.1", new SmtpOutcome.Failed(failure, "detail", NOTHING));

    Look look = look(Depth.MAIL_SERVERS);
    assertThat(look.seen()).doesNotContainKey(server("192.0.2.1"));
    assertThat(look.leavesOpen(server("192.0.2.1"))).isTrue();
    assertThat(look.isIncomplete()).isEqualTo(failure == SmtpFailure.INTERNAL_ERROR);
  }

  @ParameterizedTest
  @EnumSource(
      value = PolicyFailure.class,
      names = {"CONNECT_FAILED", "CERTIFICATE_INVALID_DATE", "TOO_LARGE", "LOOKUP_FAILED"})
  void remembersThePolicyOfAHostThatFails(PolicyFailure failure) {
    policies.fail("example.com", failure, "detail");

    assertThat(look(Depth.RECORDS).leavesOpen(new Aspect(Observed.MTASTS_POLICY, "ipv4"))).isTrue();
    assertThat(look(Depth.RECORDS).seen().containsKey(new Aspect(Observed.POLICY_FETCH, "ipv4")))
        .isEqualTo(failure != PolicyFailure.LOOKUP_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404", "410"})
  void takesAMissingPolicyForNone(String status) {
    PolicyAnswer none = new PolicyAnswer.Failed(PolicyFailure.STATUS, status, null, List.of());
    policies.put("example.com", new PolicyAnswers(none, none));

    Look look = look(Depth.RECORDS);
    assertThat(look.leavesOpen(new Aspect(Observed.MTASTS_POLICY, "ipv4"))).isFalse();
    assertThat(look.seen())
        .containsEntry(new Aspect(Observed.POLICY_FETCH, "ipv4"), "STATUS_" + status);
  }

  @Test
  void seesWhatMtaStsStandsOnAlone() {
    publishMail("192.0.2.1");
    records.putTxt("_mta-sts.example.com", "v=STSv1; id=1");
    policies.serveByIpv4Only("example.com", POLICY);

    assertThat(seen(Depth.MTA_STS).keySet())
        .containsExactly(
            "MTASTS_POLICY ipv4",
            "MTASTS_RECORD ",
            "MX ",
            "POLICY_CERTIFICATE ipv4",
            "POLICY_FETCH ipv4",
            "POLICY_FETCH ipv6");
    assertThat(look(Depth.MTA_STS).leavesOpen(Aspect.of(Observed.TLSRPT_RECORD))).isTrue();
    assertThat(look(Depth.MTA_STS).leavesOpen(new Aspect(Observed.TLSA, HOST))).isTrue();
    assertThat(look(Depth.MTA_STS).isIncomplete()).isFalse();
  }

  @Test
  void hurriesForWhoWaits() {
    Look look =
        new DomainSurvey(
                new HurriedRecordLookupTest.Silence(),
                dane,
                domain -> new CompletableFuture<>(),
                servers)
            .hurried(Duration.ofMillis(1))
            .look(DOMAIN, Depth.RECORDS)
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join();

    assertThat(look.seen()).doesNotContainKey(Aspect.of(Observed.MX));
    assertThat(look.leavesOpen(Aspect.of(Observed.MX))).isTrue();
    assertThat(look.leavesOpen(Aspect.of(Observed.TLSRPT_RECORD))).isTrue();
    assertThat(look.leavesOpen(Aspect.of(Observed.MTASTS_POLICY))).isTrue();
  }

  @Test
  void doesNotWaitForWhoNeverAnswers() {
    publishMail("192.0.2.1");
    Look look =
        new DomainSurvey(
                records,
                dane,
                domain -> new CompletableFuture<>(),
                (host, address) -> new CompletableFuture<>(),
                Duration.ofMillis(1))
            .look(DOMAIN, Depth.MAIL_SERVERS)
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join();

    assertThat(look.isIncomplete()).isTrue();
    assertThat(look.leavesOpen(server("192.0.2.1"))).isTrue();
    assertThat(look.leavesOpen(new Aspect(Observed.POLICY_FETCH, "ipv4"))).isTrue();
    assertThat(look.seen()).containsEntry(Aspect.of(Observed.MX), "10 mx.example.com");
  }

  private static Aspect server(String address) {
    return new Aspect(Observed.MAIL_SERVER, HOST + " " + address);
  }

  private Look look(Depth depth) {
    return new DomainSurvey(records, dane, policies, servers)
        .look(DOMAIN, depth)
        .toCompletableFuture()
        .join();
  }

  /** By kind and subject, in this order. */
  private Map<String, String> seen(Depth depth) {
    Map<String, String> seen = new TreeMap<>();
    look(depth)
        .seen()
        .forEach((aspect, value) -> seen.put(aspect.kind() + " " + aspect.subject(), value));
    return seen;
  }
}
