package farol.domain.posture;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeDaneLookup;
import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.FakePolicyFetch;
import farol.domain.lookup.FakeSmtpProbe;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.PolicyFailure;
import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.Directories;
import farol.domain.monitored.DomainServices;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.StoredDomains;
import farol.domain.published.CertificateFacts;
import farol.domain.published.CertificateOrder;
import farol.domain.published.Finding;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.TestClock;
import farol.domain.survey.DomainSurvey;
import farol.settings.Settings;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A week of a domain, played against the clock: what happens to it, and what Farol makes of that.
 * The job comes by every hour and looks at the domain if it is due; whoever makes a change has it
 * looked at now.
 */
class DayOfChangesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /**
   * When, and what happens; how often the domain was looked at since the row before; whether it is
   * proven; what is wrong. Below, what the history says of it: before, and since. A hyphen is where
   * nothing was seen, or is any more; {@code none} is what DNS said.
   */
  private static final String TABLE =
      """
      0d 00h | all is well, but certificate A expires in ten days | 1 | VERIFIED | EXPIRES_SOON
        TLSRPT_RECORD: - -> v=TLSRPTv1; rua=mailto:tls@example.com
        MX: - -> 10 mx1.example.com
        MTASTS_RECORD: - -> v=STSv1; id=1
        MTASTS_POLICY ipv4: - -> policy for mx1
        POLICY_FETCH ipv4: - -> FETCHED, text/plain
        POLICY_FETCH ipv6: - -> NO_ADDRESS
        POLICY_CERTIFICATE ipv4: - -> none
        DNSSEC _25._tcp.mx1.example.com: - -> INSECURE
        DNSSEC example.com: - -> INSECURE
        DNSSEC mx1.example.com: - -> INSECURE
        TLSA mx1.example.com: - -> none
        MAIL_SERVER mx1.example.com 192.0.2.1: - -> TLSv1.3
        MAIL_SERVER mx1.example.com 192.0.2.2: - -> TLSv1.3
        MAIL_CERTIFICATE mx1.example.com 192.0.2.1: - -> certificate A
        MAIL_CERTIFICATE mx1.example.com 192.0.2.2: - -> certificate A
      0d 03h | an MX is added that the policy does not name | 1 | VERIFIED | MX_NOT_IN_POLICY EXPIRES_SOON
        MX: 10 mx1.example.com -> 10 mx1.example.com, 20 mx2.example.com
        DNSSEC _25._tcp.mx2.example.com: - -> INSECURE
        DNSSEC mx2.example.com: - -> INSECURE
        TLSA mx2.example.com: - -> none
        MAIL_SERVER mx2.example.com 192.0.2.3: - -> TLSv1.3
        MAIL_CERTIFICATE mx2.example.com 192.0.2.3: - -> certificate B
      0d 04h | the policy names it, under the same id | 1 | VERIFIED | POLICY_CHANGED_WITHOUT_ID EXPIRES_SOON
        MTASTS_POLICY ipv4: policy for mx1 -> policy for both
      0d 05h | the id changes | 1 | VERIFIED | EXPIRES_SOON
        MTASTS_RECORD: v=STSv1; id=1 -> v=STSv1; id=2
      0d 06h | the id changes without the policy, which does no harm | 1 | VERIFIED | EXPIRES_SOON
        MTASTS_RECORD: v=STSv1; id=2 -> v=STSv1; id=3
      0d 08h | certificate A is renewed by certificate C | 1 | VERIFIED | -
        MAIL_CERTIFICATE mx1.example.com 192.0.2.1: certificate A -> certificate C
        MAIL_CERTIFICATE mx1.example.com 192.0.2.2: certificate A -> certificate C
      0d 09h | an address of mx1 is gone | 1 | VERIFIED | -
        MAIL_SERVER mx1.example.com 192.0.2.2: TLSv1.3 -> -
        MAIL_CERTIFICATE mx1.example.com 192.0.2.2: certificate C -> -
      0d 10h | DNS answers SERVFAIL | 1 | VERIFIED | -
      1d 10h | it has done so for a day, and was asked every hour | 24 | VERIFIED | -
      1d 11h | DNS answers again, and all is as it was | 1 | VERIFIED | -
      1d 12h | the record that proves the domain is removed | 1 | VERIFIED, missing since 1d 12h | -
      3d 12h | it is back after two days | 48 | VERIFIED | -
      3d 13h | it is removed again | 1 | VERIFIED, missing since 3d 13h | -
      4d 13h | DNS answers SERVFAIL for it for a while | 24 | VERIFIED, missing since 3d 13h | -
      6d 12h | it is still gone after 71 hours | 47 | VERIFIED, missing since 3d 13h | -
      6d 13h | it is still gone after 72 hours | 1 | SUSPENDED, missing since 3d 13h | -
      7d 00h | mx2 loses TLS; servers of a suspended domain are nobody's business | 1 | SUSPENDED, missing since 3d 13h | -
      7d 01h | the record is back | 1 | VERIFIED | -
      7d 02h | Farol looks at the servers again by itself | 1 | VERIFIED | NO_STARTTLS
        MAIL_SERVER mx2.example.com 192.0.2.3: TLSv1.3 -> NO_STARTTLS
      """;

  private static final Instant START = CertificateOrder.NOW;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final String PROOF = "_tlsrpt-verify.example.com";
  private static final List<String> NAMES =
      List.of(
          "example.com",
          "_smtp._tls.example.com",
          "_mta-sts.example.com",
          "mx1.example.com",
          "mx2.example.com",
          PROOF);
  private static final CertificateOrder ROOT = CertificateOrder.forAuthority("Root");
  private static final X509Certificate ROOT_CERTIFICATE = ROOT.selfSigned();

  private final TestClock clock = new TestClock(START);
  private final CollectorDirectory collectors = Directories.on(DATABASE.dataSource());
  private final FakeLookup records = new FakeLookup();
  private final FakeDaneLookup dane = new FakeDaneLookup();
  private final FakePolicyFetch policies = new FakePolicyFetch();
  private final FakeSmtpProbe servers = new FakeSmtpProbe();
  private final Map<String, String> names = new HashMap<>();
  private final X509Certificate first = certificate("A", "mx1.example.com", 10);
  private final X509Certificate second = certificate("B", "mx2.example.com", 90);
  private final X509Certificate renewed = certificate("C", "mx1.example.com", 90);
  private final String narrow = policy("mx1", "mx: mx1.example.com\n");
  private final String wide = policy("both", "mx: mx1.example.com\nmx: mx2.example.com\n");
  private long account;
  private long domain;
  private int looks;
  private int changesTold;

  @BeforeEach
  void addDomain() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    account = StoredDomains.account(DATABASE.sql(), "ann");
    StoredDomains.collector(DATABASE.sql(), domain);
    dane.leaveUnsigned("example.com");
  }

  @Test
  void historyAndStatesAreAsTheTableSays() {
    assertThat(played()).isEqualTo(TABLE);
  }

  private String played() {
    return at("0d 00h", "all is well, but certificate A expires in ten days", this::publish)
        + at("0d 03h", "an MX is added that the policy does not name", this::addExchanger)
        + at("0d 04h", "the policy names it, under the same id", () -> serve(wide))
        + at("0d 05h", "the id changes", () -> publishId("2"))
        + at(
            "0d 06h", "the id changes without the policy, which does no harm", () -> publishId("3"))
        + at("0d 08h", "certificate A is renewed by certificate C", this::renewCertificate)
        + at("0d 09h", "an address of mx1 is gone", () -> publishAddresses("192.0.2.1"))
        + at("0d 10h", "DNS answers SERVFAIL", this::breakDns)
        + at("1d 10h", "it has done so for a day, and was asked every hour", () -> {})
        + at("1d 11h", "DNS answers again, and all is as it was", this::healDns)
        + at("1d 12h", "the record that proves the domain is removed", () -> records.remove(PROOF))
        + at("3d 12h", "it is back after two days", this::prove)
        + at("3d 13h", "it is removed again", () -> records.remove(PROOF))
        + at(
            "4d 13h",
            "DNS answers SERVFAIL for it for a while",
            () -> records.fail(PROOF, "SERVFAIL"))
        + at("6d 12h", "it is still gone after 71 hours", () -> records.heal(PROOF))
        + at("6d 13h", "it is still gone after 72 hours", () -> {})
        + at(
            "7d 00h",
            "mx2 loses TLS; servers of a suspended domain are nobody's business",
            () -> servers.serveWithoutTls("192.0.2.3"))
        + at("7d 01h", "the record is back", this::prove)
        + at("7d 02h", "Farol looks at the servers again by itself", () -> {});
  }

  private void publish() {
    records.putTxt("_smtp._tls.example.com", "v=TLSRPTv1; rua=mailto:tls@example.com");
    publishExchangers(new MailExchanger(10, "mx1.example.com"));
    publishAddresses("192.0.2.1", "192.0.2.2");
    servers.serve("192.0.2.1", first);
    servers.serve("192.0.2.2", first);
    publishId("1");
    serve(narrow);
    prove();
  }

  private void publishExchangers(MailExchanger... exchangers) {
    records.putMx("example.com", exchangers);
    dane.putMx("example.com", exchangers);
  }

  private void publishAddresses(String... addresses) {
    records.putAddresses("mx1.example.com", addresses);
    dane.putAddresses("mx1.example.com", addresses);
  }

  private void publishId(String id) {
    records.putTxt("_mta-sts.example.com", "v=STSv1; id=" + id);
  }

  private void serve(String policy) {
    policies.serveByIpv4Only("example.com", policy);
  }

  private void prove() {
    records.putTxt(PROOF, "tlsrpt-verify=token");
  }

  private void addExchanger() {
    publishExchangers(
        new MailExchanger(10, "mx1.example.com"), new MailExchanger(20, "mx2.example.com"));
    records.putAddresses("mx2.example.com", "192.0.2.3");
    dane.putAddresses("mx2.example.com", "192.0.2.3");
    servers.serve("192.0.2.3", second);
  }

  private void renewCertificate() {
    servers.serve("192.0.2.1", renewed);
    servers.serve("192.0.2.2", renewed);
  }

  private void breakDns() {
    NAMES.forEach(name -> records.fail(name, "SERVFAIL"));
    NAMES.forEach(name -> dane.fail(name, "SERVFAIL"));
    policies.fail("example.com", PolicyFailure.LOOKUP_FAILED, "SERVFAIL");
  }

  private void healDns() {
    NAMES.forEach(records::heal);
    NAMES.forEach(dane::heal);
    serve(wide);
  }

  private X509Certificate certificate(String name, String host, int days) {
    X509Certificate certificate =
        CertificateOrder.forServer(host)
            .until(START.plus(Duration.ofDays(days)).plus(HOUR))
            .signed(ROOT.subject(), ROOT.privateKey());
    names.put(CertificateFacts.of(certificate).fingerprint(), "certificate " + name);
    return certificate;
  }

  private String policy(String name, String patterns) {
    String policy = "version: STSv1\nmode: enforce\n" + patterns + "max_age: 604800\n";
    names.put(policy, "policy for " + name);
    return policy;
  }

  /** Lets time pass until then; the rows of the table for what happens then. */
  private String at(String time, String event, Runnable happens) {
    looks = 0;
    while (!time().equals(time)) {
      clock.pass(HOUR);
      if (!time().equals(time)) {
        comeBy();
      }
    }
    happens.run();
    DATABASE.run(entities -> assertThat(domains(entities).lookNow(account, DOMAIN)).isPresent());
    comeBy();
    String row = String.join(" | ", time, event, String.valueOf(looks), state(), findings());
    return Stream.concat(Stream.of(row), history()).collect(Collectors.joining("\n  ", "", "\n"));
  }

  private String time() {
    return time(clock.instant());
  }

  private static String time(Instant instant) {
    Duration passed = Duration.between(START, instant);
    return "%dd %02dh".formatted(passed.toDays(), passed.toHoursPart());
  }

  /** What a run of the job does. */
  private void comeBy() {
    DATABASE.run(
        entities -> {
          Recheck recheck = recheck(entities);
          List<DomainAnswers> answers =
              recheck.domains.due(0, 10).stream().map(recheck::ask).toList();
          recheck.takeIn(answers);
          looks += answers.size();
        });
  }

  private Recheck recheck(EntityManager entities) {
    return PostureServices.recheck(
        records,
        new DomainSurvey(records, dane, policies, servers),
        domains(entities),
        PostureServices.on(entities, clock));
  }

  private MonitoredDomainService domains(EntityManager entities) {
    return DomainServices.on(entities, collectors, Settings.of(Map.of()), clock);
  }

  private String state() {
    MonitoredDomain watched =
        DATABASE.call(entities -> domains(entities).find(account, DOMAIN).orElseThrow());
    return watched.state()
        + watched.absence().map(absence -> ", missing since " + time(absence.since())).orElse("");
  }

  private String findings() {
    Known known = DATABASE.call(entities -> PostureServices.on(entities, clock).known(domain));
    String codes =
        new PostureReader(TrustAnchors.of(List.of(ROOT_CERTIFICATE)), clock)
            .read(known, DOMAIN, List.of()).findings().stream()
                .map(Finding::code)
                .filter(code -> !code.equals("VALID"))
                .distinct()
                .collect(Collectors.joining(" "));
    return codes.isEmpty() ? "-" : codes;
  }

  /** What has come to it since this was last asked, in the order of time. */
  private Stream<String> history() {
    List<Change> all =
        DATABASE
            .call(entities -> PostureServices.on(entities, clock).changes(domain, 0, 500))
            .items();
    List<Change> newest = all.subList(0, all.size() - changesTold);
    changesTold = all.size();
    return newest.stream()
        .sorted(Comparator.comparing(Change::at).thenComparing(Change::id))
        .map(this::text);
  }

  private String text(Change change) {
    String text =
        "%s: %s -> %s"
            .formatted(
                (change.kind() + " " + change.subject()).strip(),
                change.before().map(this::name).orElse("-"),
                change.after().map(this::name).orElse("-"));
    return change.at().equals(clock.instant()) ? text : text + " at " + time(change.at());
  }

  private String name(String value) {
    return value.isEmpty() ? "none" : names.getOrDefault(value, value.replace("\n", ", "));
  }
}
