package farol.web.api;

import farol.domain.published.Finding;
import java.util.List;
import java.util.Locale;

/**
 * Something to say about what a domain publishes.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param code stable, in capitals
 * @param fix empty if there is nothing to do
 * @param source where it is laid down; empty if nowhere
 */
public record FindingView(String severity, String code, String message, String fix, String source) {
  static List<FindingView> of(List<Finding> findings) {
    return findings.stream().map(FindingView::of).toList();
  }

  private static FindingView of(Finding finding) {
    return new FindingView(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code(),
        finding.message(),
        finding.fix(),
        finding.source());
  }
}
