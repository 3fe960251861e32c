package farol.web.tools;

import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.tools.report.ExplainedPolicy;
import farol.tools.report.Explanation.Explained;
import farol.web.kit.Reporter;
import farol.web.kit.Texts;
import farol.web.reports.Fact;
import farol.web.reports.PolicyCard;
import farol.web.reports.RawText;
import farol.wire.mail.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody gave the tool, prepared for the page.
 *
 * @param title who reports. Outside text
 * @param tone names the worst consequence in the style sheet; {@code ok} where there is none
 * @param verdict whether anything failed, and what became of the mail
 * @param facts what the report says about itself
 * @param mail what the mail around it said; empty where it came without one
 * @param totals the policies, one a row
 * @param more how many policies are not shown, in words; empty where all are
 */
public record ReportResult(
    String title,
    String tone,
    String verdict,
    List<Fact> facts,
    List<Fact> mail,
    List<Fact> warnings,
    List<PolicyRow> totals,
    List<PolicyCard> policies,
    String more,
    RawText raw) {
  private static final int MOST_POLICIES = 50;

  /** Whether sessions may stand under more than one policy. */
  public boolean isSeveral() {
    return totals.size() > 1;
  }

  static ReportResult of(Explained explained, OwnPages pages, Texts texts) {
    Report report = explained.report();
    String reporter = Reporter.named(report.organization(), texts);
    List<ExplainedPolicy> shown = explained.policies().stream().limit(MOST_POLICIES).toList();
    List<PolicyCard> cards =
        IntStream.range(0, shown.size())
            .mapToObj(
                index -> PolicyCard.of(shown.get(index), index + 1, reporter, pages::has, texts))
            .toList();
    int hidden = explained.policies().size() - shown.size();
    return new ReportResult(
        texts.format("report.title", reporter),
        tone(explained),
        verdict(explained, texts),
        facts(report, texts),
        mail(explained.envelope(), texts),
        warnings(explained, texts),
        IntStream.range(0, shown.size())
            .mapToObj(index -> PolicyRow.of(shown.get(index), cards.get(index), pages, texts))
            .toList(),
        cards,
        hidden == 0 ? "" : texts.format("tools.report.more", hidden),
        RawText.of(explained.raw()));
  }

  private static String tone(Explained explained) {
    return explained
        .worst()
        .map(worst -> worst.key())
        .orElse(hasFailed(explained) ? "unprotected" : "ok");
  }

  private static String verdict(Explained explained, Texts texts) {
    if (explained.policies().isEmpty()) {
      return texts.get("tools.report.verdict.empty");
    }
    return explained
        .worst()
        .map(worst -> texts.get("tools.report.verdict." + worst.key()))
        .orElse(
            texts.get(
                hasFailed(explained)
                    ? "tools.report.verdict.unexplained"
                    : "tools.report.verdict.clear"));
  }

  private static boolean hasFailed(Explained explained) {
    return explained.report().policies().stream().anyMatch(policy -> policy.counts().failed() > 0);
  }

  private static List<Fact> facts(Report report, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    Fact.add(facts, texts.get("reports.window"), texts.day(report.window().day()));
    Fact.add(
        facts,
        texts.get("report.window"),
        texts.format(
            "report.window.value",
            texts.instant(report.window().start()),
            texts.instant(report.window().end())));
    Fact.add(facts, texts.get("tools.report.domains"), domains(report, texts));
    Fact.add(facts, texts.get("report.id"), report.reportId());
    Fact.add(facts, texts.get("report.contact"), report.contact());
    return List.copyOf(facts);
  }

  private static String domains(Report report, Texts texts) {
    return texts.list(
        report.policies().stream()
            .map(ReportedPolicy::policyDomain)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private static List<Fact> mail(@Nullable Envelope envelope, Texts texts) {
    if (envelope == null) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    Fact.add(facts, texts.get("tools.report.mail.from"), envelope.from());
    Fact.add(facts, texts.get("tools.report.mail.subject"), envelope.subject());
    Fact.add(facts, "TLS-Report-Domain", envelope.reportDomain());
    Fact.add(facts, "TLS-Report-Submitter", envelope.submitter());
    Fact.add(facts, texts.get("tools.report.mail.file"), envelope.fileName());
    return List.copyOf(facts);
  }

  /** A policy without a domain is nobody's here, where no domain is known. */
  private static List<Fact> warnings(Explained explained, Texts texts) {
    return Fact.ofWarnings(
            explained.warnings().stream().map(warning -> warning.code().name()).toList(), texts)
        .stream()
        .map(
            fact ->
                fact.label().equals("WARN_DOMAIN")
                    ? new Fact(fact.label(), texts.get("tools.report.no-domain"))
                    : fact)
        .toList();
  }
}
