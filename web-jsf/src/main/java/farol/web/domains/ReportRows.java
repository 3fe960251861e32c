package farol.web.domains;

import farol.domain.report.ReportArchive;
import farol.domain.report.ReportHead;
import farol.domain.report.ReportPage;
import farol.domain.shared.DayRange;
import farol.web.kit.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Reads the rows of the table that are shown, and no others; made anew by each request. */
public class ReportRows extends LazyDataModel<ReportRows.Row> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 100;

  private final transient ReportArchive archive;
  private final transient DayRange range;
  private final transient Texts texts;
  private final long domainId;

  /**
   * A report in the table.
   *
   * @param openText says which report the link opens
   * @param notes what is odd about it, in words; empty where nothing
   */
  public record Row(
      long id,
      String organization,
      String href,
      String openText,
      LocalDate day,
      Instant receivedAt,
      long successful,
      long failed,
      boolean conflicting,
      String notes) {
    /** Names in the style sheet whether anything failed. */
    public String failedClass() {
      return failed > 0 ? "some-failed" : "none-failed";
    }
  }

  ReportRows(ReportArchive archive, long domainId, DayRange range, Texts texts) {
    this.archive = archive;
    this.domainId = domainId;
    this.range = range;
    this.texts = texts;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return (int) Math.min(Integer.MAX_VALUE, archive.page(domainId, range, 0, 1).total());
  }

  @Override
  public List<Row> load(
      int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
    int rows = Math.max(1, Math.min(MOST, size));
    ReportPage page = archive.page(domainId, range, first / rows, rows);
    return page.items().stream().map(this::row).toList();
  }

  @Override
  public String getRowKey(Row row) {
    return String.valueOf(row.id());
  }

  private Row row(ReportHead report) {
    return new Row(
        report.id(),
        report.organization().isBlank() ? texts.get("report.unnamed") : report.organization(),
        "report?id=" + report.id(),
        texts.format("reports.open", report.reportId()),
        report.window().day(),
        report.receivedAt(),
        report.counts().successful(),
        report.counts().failed(),
        report.conflicting(),
        texts.format("reports.warnings", report.warnings().size()));
  }
}
