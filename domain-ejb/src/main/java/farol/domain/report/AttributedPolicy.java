package farol.domain.report;

import static java.util.Objects.requireNonNull;

/**
 * A policy of a report, with the decision whose it is.
 *
 * @param policy as reported
 * @param attribution as decided for one monitored domain
 */
public record AttributedPolicy(ReportedPolicy policy, Attribution attribution) {
  public AttributedPolicy {
    requireNonNull(policy, "policy");
    requireNonNull(attribution, "attribution");
  }
}
