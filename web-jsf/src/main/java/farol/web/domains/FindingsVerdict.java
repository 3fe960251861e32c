package farol.web.domains;

import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.web.kit.Texts;
import java.util.List;

/**
 * Findings in a sentence.
 *
 * @param tone names the worst of them in the style sheet
 */
public record FindingsVerdict(String tone, String sentence) {
  static FindingsVerdict of(List<Finding> findings, Texts texts) {
    long wrong = count(findings, Severity.ERROR);
    long doubtful = count(findings, Severity.WARNING);
    if (wrong > 0) {
      return new FindingsVerdict("refused", texts.format("posture.verdict.wrong", wrong, doubtful));
    }
    return doubtful > 0
        ? new FindingsVerdict("unprotected", texts.format("posture.verdict.caution", doubtful))
        : new FindingsVerdict("ok", texts.get("posture.verdict.good"));
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
