package farol.tools.record;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.MailExchanger;
import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Depth;
import farol.domain.survey.Observed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one look at a domain found, and what senders make of it.
 *
 * @param depth what was looked at
 * @param exists false where DNS said that there is no such name; else true
 */
public record CheckedDomain(
    DomainName name, Depth depth, Known known, Posture posture, boolean exists, Instant at) {
  public CheckedDomain {
    requireNonNull(name, "name");
    requireNonNull(depth, "depth");
    requireNonNull(known, "known");
    requireNonNull(posture, "posture");
    requireNonNull(at, "at");
  }

  /** Where the TLS-RPT record belongs. */
  public String tlsRptName() {
    return RecordKind.TLSRPT.place(name);
  }

  /** Where the MTA-STS record belongs. */
  public String mtaStsName() {
    return RecordKind.MTASTS.place(name);
  }

  /** Where the policy belongs. */
  public String policyAddress() {
    return RecordKind.MTASTS_POLICY.place(name);
  }

  /** All there is to say, the worst first. */
  public List<Finding> findings() {
    return exists
        ? Stream.concat(unanswered(), posture.findings().stream())
            .sorted(Comparator.comparing(Finding::severity))
            .toList()
        : List.of(missing());
  }

  private Stream<Finding> unanswered() {
    return Stream.of(tlsRptUnanswered(), mtaStsUnanswered(), policyUnanswered(), mxUnanswered())
        .flatMap(Optional::stream);
  }

  /** That there is no such domain. */
  private Finding missing() {
    return Finding.error(
        FindingCode.NO_SUCH_DOMAIN,
        "DNS knows no domain " + name,
        "Look for a typing error; register the domain if it is to be yours.",
        "RFC 8020, section 2");
  }

  /** That nobody knows the TLS-RPT record, where it was looked for. */
  public Optional<Finding> tlsRptUnanswered() {
    return depth == Depth.MTA_STS
        ? Optional.empty()
        : unanswered(Observed.TLSRPT_RECORD, "the TLS-RPT record at " + tlsRptName());
  }

  /** That nobody knows the MTA-STS record. */
  public Optional<Finding> mtaStsUnanswered() {
    return unanswered(Observed.MTASTS_RECORD, "the MTA-STS record at " + mtaStsName());
  }

  /** That nobody knows the MX records. */
  public Optional<Finding> mxUnanswered() {
    return unanswered(Observed.MX, "the MX records of " + name);
  }

  /** That the policy neither came nor failed by any family, though senders are told of it. */
  public Optional<Finding> policyUnanswered() {
    boolean isSettled =
        policies().stream().anyMatch(policy -> !policy.isUnknown() && !policy.isHostless());
    boolean isUnknown = policies().stream().anyMatch(PolicySource::isUnknown);
    return posture.mtaSts().record() != null && isUnknown && !isSettled
        ? Optional.of(unanswered("the policy of " + name))
        : Optional.empty();
  }

  private Optional<Finding> unanswered(Observed kind, String what) {
    return known.records(kind).isPresent() ? Optional.empty() : Optional.of(unanswered(what));
  }

  private static Finding unanswered(String what) {
    return Finding.warning(
        FindingCode.UNANSWERED,
        "no usable answer came in time about " + what + ", which says nothing about the domain",
        "Try again later; if it stays so, look at the domain's servers.",
        "");
  }

  /** What the policy's host answers, IPv4 first. */
  public List<PolicySource> policies() {
    return Stream.of("ipv4", "ipv6").map(family -> PolicySource.of(known, family)).toList();
  }

  /** The MX records, most preferred first; none where nobody knows. */
  public List<MailExchanger> exchangers() {
    return known.exchangers().orElse(List.of());
  }

  /** Whether senders go by a policy that says which hosts may take mail. */
  public boolean isPolicyInForce() {
    return posture.mtaSts().inForce().filter(policy -> policy.mode() != Mode.NONE).isPresent();
  }

  /** The TLSA records of a host, a line each, if any; empty where nobody knows. */
  public Optional<String> tlsa(MailExchanger exchanger) {
    return known.value(new Aspect(Observed.TLSA, exchanger.target()));
  }
}
