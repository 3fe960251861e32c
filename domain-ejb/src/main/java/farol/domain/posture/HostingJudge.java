package farol.domain.posture;

import farol.domain.hosting.HostedPolicy;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MtaStsRecord;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether the world sees the policy that Farol serves for a domain. Only by what was looked
 * at since that version is served: before, it saw another one.
 */
final class HostingJudge {
  private static final List<String> FAMILIES = List.of("ipv4", "ipv6");
  private static final String FETCHED = "FETCHED";
  private static final Aspect RECORD = Aspect.of(Observed.MTASTS_RECORD);

  private final Known known;
  private final DomainName domain;
  private final Instant now;

  HostingJudge(Known known, DomainName domain, Instant now) {
    this.known = known;
    this.domain = domain;
    this.now = now;
  }

  /** Nothing where Farol serves none. */
  List<Finding> judge() {
    return known.hosting().policies().current().map(this::judge).orElse(List.of());
  }

  private List<Finding> judge(HostedPolicy hosted) {
    List<String> fetches = FAMILIES.stream().filter(this::isLookedAt).toList();
    if (!known.hosting().seen().contains(RECORD) && fetches.isEmpty()) {
      return List.of(
          Finding.info(
              FindingCode.HOSTED_NOT_SEEN_YET,
              "nobody has looked from outside since Farol serves the present policy",
              "Have the domain looked at once its records are published.",
              ""));
    }
    List<Finding> findings = new ArrayList<>();
    if (known.hosting().seen().contains(RECORD)) {
      judgeRecord(hosted, findings);
    }
    judgePolicy(hosted.policy(), fetches, findings);
    return findings;
  }

  private boolean isLookedAt(String family) {
    return known.hosting().seen().contains(new Aspect(Observed.POLICY_FETCH, family));
  }

  private void judgeRecord(HostedPolicy hosted, List<Finding> findings) {
    Optional<MtaStsRecord> seen =
        known
            .records(Observed.MTASTS_RECORD)
            .flatMap(records -> MtaStsRecord.read(records).record());
    String fix = "Publish " + hosted.record().text() + " at _mta-sts." + domain + ".";
    if (seen.isEmpty() && !isLeft(hosted)) {
      findings.add(
          Finding.error(
              FindingCode.HOSTED_RECORD_MISSING,
              "no valid record tells senders of the policy that Farol serves",
              fix,
              "RFC 8461, section 3.1"));
    }
    seen.filter(record -> !record.equals(hosted.record()))
        .ifPresent(
            record ->
                findings.add(
                    Finding.error(
                        FindingCode.HOSTED_ID_DIFFERS,
                        "the record has the id "
                            + record.id()
                            + ", the policy that Farol serves "
                            + hosted.record().id()
                            + ": senders that know an older one keep it",
                        fix,
                        "RFC 8461, section 3.1")));
  }

  /** Whether there was time enough to forget all that was in force: then the record may go. */
  private boolean isLeft(HostedPolicy hosted) {
    return hosted.policy().mode() == Mode.NONE
        && known.hosting().policies().olderHeldUntil(now).isEmpty();
  }

  private void judgePolicy(MtaStsPolicy hosted, List<String> fetches, List<Finding> findings) {
    List<String> fetched = fetches.stream().filter(family -> code(family).equals(FETCHED)).toList();
    if (fetched.stream().anyMatch(family -> !policy(family).equals(Optional.of(hosted)))) {
      findings.add(
          Finding.error(
              FindingCode.HOSTED_POLICY_DIFFERS,
              "senders get another policy from mta-sts." + domain + " than Farol serves",
              "Have mta-sts."
                  + domain
                  + " lead to Farol, by IPv4 and IPv6, and a proxy in front of it keep no copies.",
              "RFC 8461, section 3.3"));
    }
    if (fetched.isEmpty() && !fetches.isEmpty()) {
      findings.add(
          Finding.error(
              FindingCode.HOSTED_POLICY_NOT_FETCHED,
              "the policy that Farol serves cannot be fetched: " + code(fetches.get(0)),
              "Publish the record for mta-sts."
                  + domain
                  + ", have its port 443 lead to Farol's public listener, and see to a certificate"
                  + " for that name.",
              "RFC 8461, section 3.3"));
    }
  }

  private String code(String family) {
    return known.code(new Aspect(Observed.POLICY_FETCH, family));
  }

  private Optional<MtaStsPolicy> policy(String family) {
    return known
        .value(new Aspect(Observed.MTASTS_POLICY, family))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .flatMap(body -> MtaStsPolicy.read(body).record());
  }
}
