package farol.web.findings;

import farol.domain.lookup.OutsideText;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.web.kit.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding in a list: what it is about and what to do in the reader's language, then the same more
 * exactly in English, where outside text may be quoted.
 *
 * @param tone names how much it matters, in the style sheet
 * @param severity the same in words
 * @param advice what to do; empty if there is nothing to do
 * @param message what is so, in English
 * @param fix what to do about it, in English; empty where the advice says as much
 * @param href leads to the RFC that it stands on; empty if it stands on none
 */
public record FindingRow(
    String tone,
    String severity,
    String code,
    String title,
    String advice,
    String message,
    String fix,
    String source,
    String href) {
  private static final Pattern RFC = Pattern.compile("RFC ([0-9]+)(?:, section ([0-9.]+))?");

  /** All of them, in order. */
  public static List<FindingRow> of(List<Finding> findings, Texts texts) {
    return findings.stream().map(finding -> of(finding, texts)).toList();
  }

  private static FindingRow of(Finding finding, Texts texts) {
    String tone = tone(finding);
    String key = "finding." + finding.code();
    String advice =
        finding.fix().isEmpty() || !finding.kind().hasAdvice() ? "" : texts.get(key + ".fix");
    return new FindingRow(
        tone,
        texts.get("finding." + tone),
        finding.code(),
        texts.get(key + ".title"),
        advice,
        OutsideText.safe(finding.message()),
        finding.fix().equals(advice) ? "" : OutsideText.safe(finding.fix()),
        finding.source(),
        href(finding.source()));
  }

  private static String tone(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "refused";
      case WARNING -> "unprotected";
      case INFO -> finding.kind() == FindingCode.VALID ? "ok" : "information";
    };
  }

  private static String href(String source) {
    Matcher rfc = RFC.matcher(source);
    if (!rfc.matches()) {
      return "";
    }
    String section = rfc.group(2) == null ? "" : "#section-" + rfc.group(2);
    return "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + section;
  }
}
