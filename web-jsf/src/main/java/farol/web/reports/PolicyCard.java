package farol.web.reports;

import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.AttributedPolicy;
import farol.domain.report.Attribution;
import farol.domain.report.FailureDetail;
import farol.domain.report.ReportedPolicy;
import farol.web.kit.Texts;
import java.util.Comparator;
import java.util.List;

/**
 * A policy of a report.
 *
 * @param type for people
 * @param code the type as reported
 * @param tone names in the style sheet whether it counts
 * @param domain whose policy it is, as reported; empty where nobody is named
 * @param text the policy as sent, by lines; empty where it was left out
 * @param more how many failures are not shown, in words; empty where all are
 */
public record PolicyCard(
    String type,
    String code,
    String tone,
    String attribution,
    String counts,
    String domain,
    List<String> hosts,
    String text,
    List<FailureCard> failures,
    String more) {
  private static final int MOST_FAILURES = 50;

  public PolicyCard {
    hosts = List.copyOf(hosts);
    failures = List.copyOf(failures);
  }

  public boolean isDomainGiven() {
    return !domain.isEmpty();
  }

  public boolean isTextGiven() {
    return !text.isEmpty();
  }

  public boolean isWithoutFailures() {
    return failures.isEmpty();
  }

  static PolicyCard of(AttributedPolicy attributed, Texts texts) {
    ReportedPolicy policy = attributed.policy();
    PolicyMode mode = PolicyMode.of(policy.policyString());
    int hidden = Math.max(0, policy.failures().size() - MOST_FAILURES);
    return new PolicyCard(
        texts.getOr("policy." + policy.type().value(), policy.type().value()),
        policy.type().value(),
        tone(attributed.attribution()),
        texts.get("report.attribution." + attributed.attribution().name()),
        texts.format(
            "report.policy.counts", policy.counts().successful(), policy.counts().failed()),
        policy.policyDomain() == null ? "" : policy.policyDomain(),
        policy.mxHosts(),
        String.join("\n", policy.policyString()),
        policy.failures().stream()
            .sorted(Comparator.comparingLong(FailureDetail::failedSessions).reversed())
            .limit(MOST_FAILURES)
            .map(failure -> FailureCard.of(failure, policy.type(), mode, texts))
            .toList(),
        hidden == 0 ? "" : texts.format("report.failures.more", hidden));
  }

  private static String tone(Attribution attribution) {
    return switch (attribution) {
      case OWN, MX_HOST -> "ok";
      case ASSUMED_OWN, ASSUMED_MX_HOST -> "information";
      case FOREIGN -> "unprotected";
    };
  }
}
