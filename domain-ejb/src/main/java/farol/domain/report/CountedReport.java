package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one report adds to one monitored domain.
 *
 * <p>Some senders, Microsoft among them, list the same sessions once under {@code tlsa} and once
 * under {@code sts}. Adding the two would double the traffic, so of these two only one counts: the
 * one under which more sessions were tried and, if both tried as many, the one with more failures.
 * Other types stand for other sessions and are added.
 *
 * @param policies all policies of the report, in its order, foreign ones included
 * @param counts the sessions that count for the domain
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.1">RFC 8460, section 4.1</a>
 */
public record CountedReport(List<AttributedPolicy> policies, SessionCounts counts) {
  private static final Comparator<SessionCounts> MORE_TRIED_THEN_MORE_FAILED =
      Comparator.comparingLong(SessionCounts::tried).thenComparingLong(SessionCounts::failed);

  public CountedReport {
    policies = List.copyOf(policies);
    requireNonNull(counts, "counts");
  }

  /**
   * Counts a report.
   *
   * @param domain the monitored domain, an A-label in lower case without a trailing dot
   * @param mxHosts its MX hosts as last looked up, in the same form; empty while none is known
   */
  public static CountedReport of(Report report, String domain, Set<String> mxHosts) {
    List<AttributedPolicy> policies =
        report.policies().stream()
            .map(policy -> new AttributedPolicy(policy, Attribution.of(policy, domain, mxHosts)))
            .toList();
    return new CountedReport(policies, count(policies));
  }

  /** Whether any policy counts for the domain; a report with none is refused. */
  public boolean concernsDomain() {
    return policies.stream().anyMatch(policy -> policy.attribution().isCounted());
  }

  private static SessionCounts count(List<AttributedPolicy> policies) {
    Map<PolicyType, SessionCounts> byType = new HashMap<>();
    for (AttributedPolicy attributed : policies) {
      if (attributed.attribution().isCounted()) {
        ReportedPolicy policy = attributed.policy();
        byType.merge(policy.type(), policy.counts(), SessionCounts::plus);
      }
    }
    SessionCounts tlsa = removeOrNone(byType, PolicyType.TLSA);
    SessionCounts sts = removeOrNone(byType, PolicyType.STS);
    SessionCounts larger = MORE_TRIED_THEN_MORE_FAILED.compare(tlsa, sts) > 0 ? tlsa : sts;
    return byType.values().stream().reduce(larger, SessionCounts::plus);
  }

  private static SessionCounts removeOrNone(
      Map<PolicyType, SessionCounts> byType, PolicyType type) {
    SessionCounts counts = byType.remove(type);
    return counts == null ? SessionCounts.NONE : counts;
  }
}
