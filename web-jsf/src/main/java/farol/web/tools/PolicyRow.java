package farol.web.tools;

import farol.tools.report.ExplainedPolicy;
import farol.web.kit.Texts;
import farol.web.reports.PolicyCard;
import org.jspecify.annotations.Nullable;

/**
 * A policy's totals.
 *
 * @param href leads to the policy on the same page
 * @param domain whose it is. Outside text, as is the type where it is none that is known
 * @param page the domain's own page; empty where nobody who is signed in monitors it
 * @param failedTone names in the style sheet whether anything failed
 */
public record PolicyRow(
    String href,
    String type,
    String domain,
    String page,
    long successful,
    long failed,
    String failedTone) {
  public boolean isMonitored() {
    return !page.isEmpty();
  }

  static PolicyRow of(ExplainedPolicy explained, PolicyCard card, OwnPages pages, Texts texts) {
    @Nullable String domain = explained.policy().policyDomain();
    long failed = explained.policy().counts().failed();
    return new PolicyRow(
        "#" + card.anchor(),
        card.type(),
        domain == null ? texts.get("breakdown.unnamed") : domain,
        domain == null ? "" : pages.of(domain),
        explained.policy().counts().successful(),
        failed,
        failed > 0 ? "some-failed" : "none-failed");
  }
}
