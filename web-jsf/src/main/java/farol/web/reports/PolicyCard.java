package farol.web.reports;

import farol.domain.report.Attribution;
import farol.domain.report.ReportedPolicy;
import farol.tools.report.ExplainedFailure;
import farol.tools.report.ExplainedPolicy;
import farol.web.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A policy of a report.
 *
 * @param anchor names it in an address
 * @param type for people
 * @param code the type as reported
 * @param tone names in the style sheet whether it counts
 * @param attribution whose it is; empty where that is not asked
 * @param domain whose policy it is, as reported; empty where nobody is named
 * @param text the policy as sent, by lines; empty where it was left out
 * @param more how many failures are not shown, in words; empty where all are
 */
public record PolicyCard(
    String anchor,
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
  private static final Comparator<ExplainedFailure> MOST_SESSIONS_FIRST =
      Comparator.<ExplainedFailure>comparingLong(failure -> failure.detail().failedSessions())
          .reversed();

  public PolicyCard {
    hosts = List.copyOf(hosts);
    failures = List.copyOf(failures);
  }

  public boolean isAttributed() {
    return !attribution.isEmpty();
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

  /**
   * A policy, whoever's it is.
   *
   * @param number from 1 in the order of the report
   * @param reporter who reports, for people. Outside text
   * @param isOwn whether a domain is monitored, and its page can be seen
   */
  public static PolicyCard of(
      ExplainedPolicy explained,
      int number,
      String reporter,
      Predicate<String> isOwn,
      Texts texts) {
    ReportedPolicy policy = explained.policy();
    String anchor = "policy-" + number;
    int hidden = Math.max(0, explained.failures().size() - MOST_FAILURES);
    return new PolicyCard(
        anchor,
        texts.getOr("policy." + policy.type().value(), policy.type().value()),
        policy.type().value(),
        "information",
        "",
        texts.format(
            "report.policy.counts", policy.counts().successful(), policy.counts().failed()),
        policy.policyDomain() == null ? "" : policy.policyDomain(),
        policy.mxHosts(),
        String.join("\n", policy.policyString()),
        failures(explained, anchor, reporter, isOwn, texts),
        hidden == 0 ? "" : texts.format("report.failures.more", hidden));
  }

  private static List<FailureCard> failures(
      ExplainedPolicy explained,
      String anchor,
      String reporter,
      Predicate<String> isOwn,
      Texts texts) {
    String domain = explained.policy().policyDomain();
    List<ExplainedFailure> shown =
        explained.failures().stream().sorted(MOST_SESSIONS_FIRST).limit(MOST_FAILURES).toList();
    return IntStream.range(0, shown.size())
        .mapToObj(
            index ->
                FailureCard.of(
                    shown.get(index),
                    anchor + "-failure-" + (index + 1),
                    reporter,
                    ToolLink.of(shown.get(index).cause(), domain, isOwn, texts),
                    texts))
        .toList();
  }

  PolicyCard attributed(Attribution whose, Texts texts) {
    return new PolicyCard(
        anchor,
        type,
        code,
        tone(whose),
        texts.get("report.attribution." + whose.name()),
        counts,
        domain,
        hosts,
        text,
        failures,
        more);
  }

  private static String tone(Attribution attribution) {
    return switch (attribution) {
      case OWN, MX_HOST -> "ok";
      case ASSUMED_OWN, ASSUMED_MX_HOST -> "information";
      case FOREIGN -> "unprotected";
    };
  }
}
