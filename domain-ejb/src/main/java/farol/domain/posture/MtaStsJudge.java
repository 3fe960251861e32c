package farol.domain.posture;

import farol.domain.lookup.MailExchanger;
import farol.domain.posture.Known.Sighting;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MtaStsRecord;
import farol.domain.published.MxPattern;
import farol.domain.published.PresentedChain;
import farol.domain.published.RecordReading;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges whether senders find a domain's MTA-STS policy, and whether it fits the mail hosts. */
final class MtaStsJudge {
  private static final String SOURCE = "RFC 8461, section 3.3";
  private static final String FETCHED = "FETCHED";
  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

  private final Known known;
  private final DomainName domain;
  private final TrustAnchors anchors;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  MtaStsJudge(Known known, DomainName domain, TrustAnchors anchors, Instant now) {
    this.known = known;
    this.domain = domain;
    this.anchors = anchors;
    this.now = now;
  }

  Posture.MtaSts judge() {
    Optional<List<String>> records = known.records(Observed.MTASTS_RECORD);
    if (records.isEmpty()) {
      return new Posture.MtaSts(List.of(), null, null, null, List.of());
    }
    RecordReading<MtaStsRecord> record = MtaStsRecord.read(records.get());
    Optional<String> family = family();
    @Nullable MtaStsPolicy policy =
        family.flatMap(from -> read(from, record.verdict().equals("NONE"))).orElse(null);
    if (record.verdict().equals("NONE") && family.isPresent()) {
      findings.add(0, withoutRecord());
    } else {
      findings.addAll(0, record.findings());
    }
    if (record.record().isPresent()) {
      judgeFetch();
      record.record().ifPresent(any -> judgeId());
    }
    Optional<PresentedChain> chain = chain();
    List<Finding> ofCertificate = chain.map(this::judge).orElse(List.of());
    findings.addAll(ofCertificate);
    if (policy != null) {
      judgeHosts(policy);
    }
    return new Posture.MtaSts(
        findings,
        record.record().orElse(null),
        policy,
        chain.map(presented -> CertificateFacts.of(presented.leaf())).orElse(null),
        ofCertificate);
  }

  /** The family by which there is a policy, IPv4 before IPv6. */
  private Optional<String> family() {
    return FAMILIES.stream().filter(family -> policy(family).isPresent()).findFirst();
  }

  private Optional<Sighting> policy(String family) {
    return known.sighting(new Aspect(Observed.MTASTS_POLICY, family));
  }

  private Optional<MtaStsPolicy> read(String family, boolean isPointless) {
    byte[] body = policy(family).orElseThrow().value().getBytes(StandardCharsets.UTF_8);
    Aspect fetch = new Aspect(Observed.POLICY_FETCH, family);
    RecordReading<MtaStsPolicy> reading =
        known.code(fetch).equals(FETCHED)
            ? MtaStsPolicy.read(body, known.detail(fetch))
            : MtaStsPolicy.read(body);
    if (!isPointless) {
      findings.addAll(reading.findings());
    }
    return reading.record();
  }

  private static Finding withoutRecord() {
    return Finding.error(
        FindingCode.POLICY_WITHOUT_RECORD,
        "there is a policy, but no record at _mta-sts that tells senders to fetch it",
        "Publish the record, v=STSv1; and an id.",
        "RFC 8461, section 3.1");
  }

  private void judgeFetch() {
    List<String> failing = FAMILIES.stream().filter(this::isFailing).toList();
    boolean isFetched = FAMILIES.stream().anyMatch(family -> code(family).equals(FETCHED));
    boolean isHostless = FAMILIES.stream().allMatch(family -> code(family).equals("NO_ADDRESS"));
    for (String family : failing) {
      findings.add(isFetched ? byOneFamily(family) : notFetched(family));
    }
    if (isHostless) {
      findings.add(
          Finding.error(
              FindingCode.POLICY_HOST_MISSING,
              "senders are told to fetch a policy, but mta-sts." + domain + " has no address",
              "Publish an address or an alias for it, or remove the record at _mta-sts.",
              SOURCE));
    }
    Optional<String> ipv4 = policy("ipv4").map(Sighting::value);
    Optional<String> ipv6 = policy("ipv6").map(Sighting::value);
    if (ipv4.isPresent() && ipv6.isPresent() && !ipv4.equals(ipv6)) {
      findings.add(
          Finding.error(
              FindingCode.POLICIES_DIFFER,
              "the host gives one policy by IPv4, and another by IPv6",
              "Serve the same by both.",
              SOURCE));
    }
  }

  private String code(String family) {
    return known.code(new Aspect(Observed.POLICY_FETCH, family));
  }

  private boolean isFailing(String family) {
    return !List.of("", FETCHED, "NO_ADDRESS").contains(code(family));
  }

  private Finding notFetched(String family) {
    return Finding.error(
        FindingCode.POLICY_NOT_FETCHED,
        "senders cannot fetch the policy by %s: %s".formatted(name(family), reason(family)),
        "Have the host answer with the policy: status 200, no redirect, a valid certificate.",
        SOURCE);
  }

  private Finding byOneFamily(String family) {
    return Finding.warning(
        FindingCode.POLICY_BY_ONE_FAMILY,
        "senders that come by %s cannot fetch the policy: %s"
            .formatted(name(family), reason(family)),
        "Have the host answer there, too, or remove its addresses of that family.",
        SOURCE);
  }

  private String reason(String family) {
    String detail = known.detail(new Aspect(Observed.POLICY_FETCH, family));
    return detail == null ? code(family) : code(family) + ", " + detail;
  }

  private static String name(String family) {
    return family.equals("ipv4") ? "IPv4" : "IPv6";
  }

  /** Senders that have a policy fetch it anew only when the id is another one. */
  private void judgeId() {
    Instant idSince = known.sighting(Aspect.of(Observed.MTASTS_RECORD)).orElseThrow().since();
    boolean isStale =
        FAMILIES.stream()
            .flatMap(family -> policy(family).stream())
            .anyMatch(policy -> policy.isChange() && policy.since().isAfter(idSince));
    if (isStale) {
      findings.add(
          Finding.error(
              FindingCode.POLICY_CHANGED_WITHOUT_ID,
              "the policy has changed, but the record's id has not: senders keep the old policy"
                  + " until its max_age",
              "Publish a new id.",
              "RFC 8461, section 3.1"));
    }
  }

  private Optional<PresentedChain> chain() {
    return FAMILIES.stream()
        .flatMap(family -> known.chain(new Aspect(Observed.POLICY_CERTIFICATE, family)).stream())
        .findFirst();
  }

  /** What is valid is said by the policy's having come. */
  private List<Finding> judge(PresentedChain chain) {
    try {
      DomainName host = DomainName.ofAscii("mta-sts." + domain);
      return chain.judge(host, now, anchors).findings().stream()
          .filter(finding -> finding.kind() != FindingCode.VALID)
          .toList();
    } catch (InvalidDomainNameException tooLong) {
      return List.of(); // a name that cannot be has no certificate to judge
    }
  }

  private void judgeHosts(MtaStsPolicy policy) {
    List<DomainName> hosts =
        known.exchangers().stream()
            .flatMap(List::stream)
            .map(MailExchanger::host)
            .flatMap(Optional::stream)
            .toList();
    if (policy.mode() == Mode.NONE || known.exchangers().isEmpty()) {
      return;
    }
    hosts.stream().filter(host -> !policy.names(host)).forEach(host -> addUncovered(host, policy));
    Stream<MxPattern> idle =
        policy.mx().stream().filter(pattern -> hosts.stream().noneMatch(pattern::matches));
    idle.forEach(
        pattern ->
            findings.add(
                Finding.info(
                    FindingCode.PATTERN_WITHOUT_MX,
                    "the policy names " + pattern + ", which is no mail host of the domain",
                    "",
                    "")));
  }

  private void addUncovered(DomainName host, MtaStsPolicy policy) {
    String message = "the policy does not name " + host + ", which is a mail host of the domain";
    String fix = "Add it to the policy, then publish a new id; or remove its MX record.";
    findings.add(
        policy.mode() == Mode.ENFORCE
            ? Finding.error(FindingCode.MX_NOT_IN_POLICY, message, fix, "RFC 8461, section 4.1")
            : Finding.warning(FindingCode.MX_NOT_IN_POLICY, message, fix, "RFC 8461, section 4.1"));
  }
}
