package farol.tools.report;

import static java.util.Objects.requireNonNull;

import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.ReportedPolicy;
import java.util.List;

/**
 * A policy of a report, whoever's it is.
 *
 * @param mode of an {@code sts} policy, as the sender saw it; of no meaning for others
 * @param failures in the report's order
 */
public record ExplainedPolicy(
    ReportedPolicy policy, PolicyMode mode, List<ExplainedFailure> failures) {
  public ExplainedPolicy {
    requireNonNull(policy, "policy");
    requireNonNull(mode, "mode");
    failures = List.copyOf(failures);
  }

  /** Explains what is listed under a policy. */
  public static ExplainedPolicy of(ReportedPolicy policy) {
    PolicyMode mode = PolicyMode.of(policy.policyString());
    return new ExplainedPolicy(
        policy,
        mode,
        policy.failures().stream()
            .map(detail -> ExplainedFailure.of(detail, policy.type(), mode))
            .toList());
  }
}
