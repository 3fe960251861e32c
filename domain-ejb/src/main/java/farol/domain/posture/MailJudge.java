package farol.domain.posture;

import farol.domain.lookup.MailExchanger;
import farol.domain.posture.Posture.Dane;
import farol.domain.posture.Posture.MailHost;
import farol.domain.posture.Posture.MailServer;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.PresentedChain;
import farol.domain.published.TlsaRecord;
import farol.domain.published.TlsaRecords;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a domain's mail exchangers as senders do that insist on verified TLS. */
final class MailJudge {
  private static final String IN_DANE = "RFC 7672, section 2.2";
  private static final String SECURE = "SECURE";
  private static final String BOGUS = "BOGUS";

  private final Known known;
  private final DomainName domain;
  private final @Nullable MtaStsPolicy policy;
  private final TrustAnchors anchors;
  private final Instant now;

  /**
   * @param policy the MTA-STS policy in force; null if none is
   */
  MailJudge(
      Known known,
      DomainName domain,
      @Nullable MtaStsPolicy policy,
      TrustAnchors anchors,
      Instant now) {
    this.known = known;
    this.domain = domain;
    this.policy = policy;
    this.anchors = anchors;
    this.now = now;
  }

  Posture.Mail judge() {
    List<Finding> findings = new ArrayList<>();
    List<MailExchanger> exchangers = known.exchangers().orElse(List.of());
    if (known.exchangers().isPresent() && exchangers.isEmpty()) {
      findings.add(
          Finding.warning(
              FindingCode.NO_MX,
              "the domain has no MX records, so senders try its own addresses",
              "Publish MX records; or a null MX (0 .) if it takes no mail.",
              "RFC 5321, section 5.1"));
    }
    if (exchangers.stream().anyMatch(MailExchanger::isNull)) {
      findings.add(
          Finding.info(
              FindingCode.NULL_MX, "the domain says that it takes no mail", "", "RFC 7505"));
    }
    if (proof(domain.value()).equals(BOGUS)) {
      findings.add(broken("the MX records of " + domain));
    }
    return new Posture.Mail(
        findings,
        exchangers.stream().filter(exchanger -> !exchanger.isNull()).map(this::judge).toList());
  }

  private MailHost judge(MailExchanger exchanger) {
    return exchanger
        .host()
        .map(host -> judge(exchanger, host))
        .orElseGet(
            () ->
                new MailHost(
                    exchanger,
                    false,
                    Dane.NONE,
                    List.of(
                        Finding.error(
                            FindingCode.INVALID_MX_TARGET,
                            "an MX record must name a host, got " + exchanger.target(),
                            "Publish the host's name; addresses are not allowed there.",
                            "RFC 5321, section 5.1")),
                    List.of()));
  }

  private MailHost judge(MailExchanger exchanger, DomainName host) {
    List<Finding> findings = new ArrayList<>();
    Optional<List<TlsaRecord>> published = tlsa(host);
    Dane dane = dane(host, published);
    switch (dane) {
      case BROKEN -> findings.add(broken("what DANE needs to know of " + host));
      case UNPROVEN ->
          findings.add(
              Finding.warning(
                  FindingCode.TLSA_WITHOUT_DNSSEC,
                  "there are TLSA records, but senders ignore them: DNSSEC does not prove the MX"
                      + " records, the addresses and the TLSA records, all of them",
                  "Sign the zones of the domain and of the mail host, or remove the TLSA records.",
                  IN_DANE));
      case ACTIVE -> findings.addAll(TlsaRecords.read(published.orElseThrow()).findings());
      case NONE, UNKNOWN -> {} // nothing to say
    }
    if (known.code(new Aspect(Observed.MAIL_SERVER, host.value())).equals("NO_ADDRESS")) {
      findings.add(
          Finding.error(
              FindingCode.NO_ADDRESS,
              host + " has no address, so no sender can reach it",
              "Publish its addresses, or remove its MX record.",
              "RFC 5321, section 5.1"));
    }
    Optional<TlsaRecords> held =
        dane == Dane.ACTIVE ? TlsaRecords.read(published.orElseThrow()).record() : Optional.empty();
    return new MailHost(
        exchanger,
        policy != null && policy.mode() != Mode.NONE && policy.names(host),
        dane,
        findings,
        servers(host).map(address -> server(host, address, held.orElse(null))).toList());
  }

  private Optional<List<TlsaRecord>> tlsa(DomainName host) {
    return known
        .value(new Aspect(Observed.TLSA, host.value()))
        .map(value -> value.lines().map(TlsaRecord::parse).toList());
  }

  private String proof(String name) {
    return known.code(new Aspect(Observed.DNSSEC, name));
  }

  private Dane dane(DomainName host, Optional<List<TlsaRecord>> tlsa) {
    Set<String> proofs =
        Set.copyOf(
            Stream.of(domain.value(), host.value(), "_25._tcp." + host)
                .map(this::proof)
                .distinct()
                .toList());
    if (proofs.contains(BOGUS)) {
      return Dane.BROKEN;
    }
    if (tlsa.isEmpty()) {
      return Dane.UNKNOWN;
    }
    if (tlsa.get().isEmpty()) {
      return Dane.NONE;
    }
    return proofs.equals(Set.of(SECURE)) ? Dane.ACTIVE : Dane.UNPROVEN;
  }

  private static Finding broken(String what) {
    return Finding.error(
        FindingCode.DNSSEC_BOGUS,
        "DNSSEC is broken for " + what + ": senders that validate it deliver nothing",
        "Sign the zone anew, or correct its DS records.",
        "RFC 7672, section 2.1");
  }

  /** The addresses of which something is known, in order. */
  private Stream<String> servers(DomainName host) {
    String prefix = host + " ";
    return known.sightings().keySet().stream()
        .filter(aspect -> aspect.kind() == Observed.MAIL_SERVER)
        .map(Aspect::subject)
        .filter(subject -> subject.startsWith(prefix))
        .map(subject -> subject.substring(prefix.length()))
        .sorted();
  }

  private MailServer server(DomainName host, String address, @Nullable TlsaRecords held) {
    Aspect server = new Aspect(Observed.MAIL_SERVER, host + " " + address);
    String state = known.code(server);
    List<Finding> findings = new ArrayList<>();
    ServerTrouble.of(state, host + " at " + address).ifPresent(findings::add);
    if ("INJECTED".equals(known.detail(server))) {
      findings.add(ServerTrouble.injected(host + " at " + address));
    }
    Optional<PresentedChain> chain =
        known.chain(new Aspect(Observed.MAIL_CERTIFICATE, host + " " + address));
    chain.ifPresent(presented -> findings.addAll(judge(host, presented, held)));
    return new MailServer(
        address,
        state,
        chain.map(presented -> CertificateFacts.of(presented.leaf())).orElse(null),
        findings);
  }

  private List<Finding> judge(
      DomainName host, PresentedChain presented, @Nullable TlsaRecords held) {
    List<Finding> findings = new ArrayList<>();
    if (held != null && held.match(presented, List.of(host, domain), now).isEmpty()) {
      findings.add(
          Finding.error(
              FindingCode.TLSA_MISMATCH,
              "the certificate that the server presents matches none of its TLSA records: senders"
                  + " that use DANE do not deliver",
              "Publish the record of the present key, or go back to the key that is published.",
              "RFC 7672, section 3.1"));
    }
    boolean isRequired = policy != null && policy.mode() != Mode.NONE;
    presented.judge(host, now, anchors).findings().stream()
        .filter(finding -> finding.kind() != FindingCode.VALID)
        .map(finding -> isRequired ? finding : atMostWarning(finding))
        .forEach(findings::add);
    return findings;
  }

  /** Without MTA-STS nobody who has mail to deliver insists on a valid certificate. */
  private static Finding atMostWarning(Finding finding) {
    return finding.severity() == Severity.ERROR
        ? Finding.warning(finding.kind(), finding.message(), finding.fix(), finding.source())
        : finding;
  }
}
