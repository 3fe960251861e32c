package farol.domain.report;

import java.time.Instant;
import java.util.List;

/**
 * A line in a list of reports.
 *
 * @param id Farol's own key
 * @param counts the sessions that count for the domain
 * @param warnings codes of what was odd about it
 * @param conflicting whether an earlier report had the same key and said something else; this one
 *     is not counted
 * @param origin how it came
 */
public record ReportHead(
    long id,
    String organization,
    String reportId,
    ReportWindow window,
    Instant receivedAt,
    SessionCounts counts,
    List<String> warnings,
    boolean conflicting,
    Origin origin) {
  public ReportHead {
    warnings = List.copyOf(warnings);
  }
}
