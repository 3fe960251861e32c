package farol.web.reports;

import farol.domain.report.FailureDetail;
import farol.tools.report.ExplainedFailure;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A failure with what it means and what to do.
 *
 * @param anchor names it in an address
 * @param tone names the consequence in the style sheet
 * @param code the result type as reported
 * @param sentence who tells of it, and where it was
 * @param outcome what became of the mail
 * @param information what the sender adds; empty where nothing. Outside text
 * @param link the same, if it is an https address; else empty
 * @param tool where people can see whether it is still so
 */
public record FailureCard(
    String anchor,
    String tone,
    String consequence,
    CauseText text,
    String code,
    String sentence,
    String outcome,
    List<Fact> facts,
    String information,
    String link,
    ToolLink tool) {
  private static final Pattern HTTPS = Pattern.compile("https://[!-~&&[^\"<>\\\\]]{1,2000}");

  public FailureCard {
    facts = List.copyOf(facts);
  }

  public boolean isLinked() {
    return !link.isEmpty();
  }

  public boolean isCommented() {
    return !information.isEmpty() && link.isEmpty();
  }

  /** Whether there is a place to see for oneself. */
  public boolean isCheckable() {
    return !tool.path().isEmpty();
  }

  static FailureCard of(
      ExplainedFailure failure, String anchor, String reporter, ToolLink tool, Texts texts) {
    FailureDetail detail = failure.detail();
    String consequence = failure.consequence().key();
    String information =
        detail.additionalInformation() == null ? "" : detail.additionalInformation().strip();
    return new FailureCard(
        anchor,
        consequence,
        texts.get("consequence." + consequence),
        CauseText.of(failure.cause(), texts),
        detail.resultType() == null ? "" : detail.resultType().value(),
        sentence(detail, reporter, texts),
        texts.get("consequence." + consequence + ".text"),
        Fact.of(detail, texts),
        information,
        HTTPS.matcher(information).matches() ? information : "",
        tool);
  }

  private static String sentence(FailureDetail detail, String reporter, Texts texts) {
    String host = detail.receivingMxHostname();
    return host == null || host.isBlank()
        ? texts.format("report.failure.sentence", detail.failedSessions(), reporter)
        : texts.format("report.failure.sentence-host", detail.failedSessions(), reporter, host);
  }
}
