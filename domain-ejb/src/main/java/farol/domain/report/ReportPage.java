package farol.domain.report;

import java.util.List;

/**
 * A part of a list of reports.
 *
 * @param page from 0
 * @param size most items on a page
 * @param total items on all pages
 */
public record ReportPage(List<ReportHead> items, int page, int size, long total) {
  public ReportPage {
    items = List.copyOf(items);
  }
}
