package farol.web.api;

import farol.domain.report.ReportHead;
import java.util.List;

/**
 * A line in a list of reports; times in RFC 3339, UTC.
 *
 * @param id Farol's own key
 * @param successful sessions that count for the domain
 * @param failed sessions that count for the domain
 * @param conflicting whether an earlier report had the same key and said something else; this one
 *     is not counted
 * @param origin how it came
 */
public record ReportHeadView(
    long id,
    String organization,
    String reportId,
    String start,
    String end,
    String receivedAt,
    long successful,
    long failed,
    List<String> warnings,
    boolean conflicting,
    OriginView origin) {
  public ReportHeadView {
    warnings = List.copyOf(warnings);
  }

  static ReportHeadView of(ReportHead head) {
    return new ReportHeadView(
        head.id(),
        head.organization(),
        head.reportId(),
        head.window().start().toString(),
        head.window().end().toString(),
        head.receivedAt().toString(),
        head.counts().successful(),
        head.counts().failed(),
        head.warnings(),
        head.conflicting(),
        OriginView.of(head.origin()));
  }
}
