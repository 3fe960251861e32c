package farol.domain.hosting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a hosted policy, judged before it is made.
 *
 * @param before the versions so far
 * @param draft what is to be served; null to serve nothing any more
 * @param hosts the domain's mail hosts as last seen
 */
public record PolicyChange(
    HostedPolicies before, @Nullable MtaStsPolicy draft, Collection<DomainName> hosts) {
  /** How long a policy is tried in mode testing. */
  public static final Duration TRIAL = Duration.ofDays(14);

  private static final Duration FAREWELL = Duration.ofDays(1);
  private static final String IN_FORCE = "RFC 8461, section 5";
  private static final String LEAVING = "RFC 8461, section 8.3";

  public PolicyChange {
    requireNonNull(before, "before");
    hosts = List.copyOf(hosts);
  }

  /** Whether somebody must say that they mean it: mail may be refused. */
  public boolean needsConfirmation(Instant now) {
    return findings(now).stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** What there is to say, the worst first. */
  public List<Finding> findings(Instant now) {
    List<Finding> findings = new ArrayList<>();
    if (draft == null) {
      judgeEnd(findings, now);
    } else {
      judgeHosts(draft, findings);
      judgeMode(draft, findings, now);
      MtaStsPolicy.read(draft.text().getBytes(US_ASCII)).findings().stream()
          .filter(finding -> finding.severity() != Severity.INFO)
          .forEach(findings::add);
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  private void judgeHosts(MtaStsPolicy policy, List<Finding> findings) {
    if (policy.mode() == Mode.NONE) {
      return;
    }
    if (hosts.isEmpty()) {
      findings.add(noHosts());
      return;
    }
    for (DomainName host : hosts) {
      if (!policy.names(host)) {
        String message =
            "the policy would not name " + host + ", which is a mail host of the domain";
        String fix = "Add it, or a pattern that stands for it; or remove its MX record first.";
        findings.add(
            policy.mode() == Mode.ENFORCE
                ? Finding.error(FindingCode.MX_LOCKED_OUT, message, fix, "RFC 8461, section 4.1")
                : Finding.warning(
                    FindingCode.MX_LOCKED_OUT, message, fix, "RFC 8461, section 4.1"));
      }
    }
    policy.mx().stream()
        .filter(pattern -> hosts.stream().noneMatch(pattern::matches))
        .forEach(
            pattern ->
                findings.add(
                    Finding.info(
                        FindingCode.PATTERN_WITHOUT_MX,
                        pattern + " is no mail host of the domain, as last seen",
                        "",
                        "")));
  }

  private static Finding noHosts() {
    return Finding.warning(
        FindingCode.MX_UNKNOWN,
        "no mail host of the domain has been seen, so nobody can say whether the policy names them"
            + " all",
        "Wait for the next look at the domain.",
        "");
  }

  private void judgeMode(MtaStsPolicy policy, List<Finding> findings, Instant now) {
    if (policy.mode() == Mode.ENFORCE && !isTried(now)) {
      findings.add(
          Finding.warning(
              FindingCode.ENFORCE_UNTRIED,
              "the policy has not been in mode testing for two weeks, in which reports would show"
                  + " what enforce would refuse",
              "Begin with testing, and read the reports.",
              IN_FORCE));
    }
    if (policy.mode() == Mode.NONE) {
      judgeLeaving(policy, findings, now);
    }
  }

  private void judgeLeaving(MtaStsPolicy policy, List<Finding> findings, Instant now) {
    before
        .current()
        .filter(current -> current.policy().mode() != Mode.NONE)
        .ifPresent(
            current ->
                findings.add(
                    Finding.info(
                        FindingCode.LEAVING,
                        "senders may go by the present policy until "
                            + now.plus(current.policy().maxAge()).truncatedTo(ChronoUnit.SECONDS),
                        "Serve this one, and publish its id, at least until then; only then remove"
                            + " the record and stop.",
                        LEAVING)));
    if (policy.maxAge().compareTo(FAREWELL) > 0) {
      findings.add(
          Finding.warning(
              FindingCode.LONG_FAREWELL,
              "senders would hold on to mode none for longer than a day, which keeps them from a"
                  + " new policy",
              "Choose a max_age of a day at most.",
              LEAVING));
    }
  }

  private boolean isTried(Instant now) {
    return before.since(Mode.ENFORCE).isPresent()
        || before.since(Mode.TESTING).filter(begin -> !begin.plus(TRIAL).isAfter(now)).isPresent();
  }

  private void judgeEnd(List<Finding> findings, Instant now) {
    Optional<HostedPolicy> current = before.current();
    boolean isLeft = current.filter(version -> version.policy().mode() == Mode.NONE).isPresent();
    if (current.isPresent() && !isLeft) {
      findings.add(
          Finding.error(
              FindingCode.STILL_IN_FORCE,
              "senders go by the policy until its max_age has passed, and then by whatever they"
                  + " find",
              "Serve mode none with a short max_age first, and wait.",
              LEAVING));
    }
    before
        .olderHeldUntil(now)
        .filter(end -> isLeft)
        .ifPresent(
            end ->
                findings.add(
                    Finding.error(
                        FindingCode.OLDER_IN_FORCE,
                        "senders may go by an older version until "
                            + end.truncatedTo(ChronoUnit.SECONDS),
                        "Wait until then.",
                        LEAVING)));
  }
}
