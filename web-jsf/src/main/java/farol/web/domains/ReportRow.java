package farol.web.domains;

import farol.domain.report.ReportHead;
import farol.web.kit.CameBy;
import farol.web.kit.Reporter;
import farol.web.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A report in the list of a domain's reports.
 *
 * @param openText says which report the link opens
 * @param failedTone names in the style sheet whether anything failed
 * @param came how it came
 * @param notes what is odd about it, in words; empty where nothing
 */
public record ReportRow(
    long id,
    String organization,
    String href,
    String openText,
    LocalDate day,
    Instant receivedAt,
    long successful,
    long failed,
    String failedTone,
    CameBy came,
    boolean conflicting,
    String notes) {
  static ReportRow of(ReportHead report, Texts texts) {
    return new ReportRow(
        report.id(),
        Reporter.named(report.organization(), texts),
        "report?id=" + report.id(),
        texts.format("reports.open", report.reportId()),
        report.window().day(),
        report.receivedAt(),
        report.counts().successful(),
        report.counts().failed(),
        report.counts().failed() > 0 ? "some-failed" : "none-failed",
        CameBy.of(report.origin(), texts),
        report.conflicting(),
        texts.format("reports.warnings", report.warnings().size()));
  }
}
