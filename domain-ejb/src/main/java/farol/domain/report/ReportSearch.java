package farol.domain.report;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DayRange;
import farol.domain.shared.Sorting;

/**
 * Which of a domain's reports are asked for, and in which order.
 *
 * @param days on one of which the window starts
 * @param reporter what the reporter's name has in it, in any case; empty: anything
 * @param failuresOnly only those that tell of failed sessions that count for the domain
 * @param origins only those that came so
 */
public record ReportSearch(
    DayRange days,
    String reporter,
    boolean failuresOnly,
    OriginFilter origins,
    Sorting<ReportKey> order) {
  /** The latest day first. */
  public static final Sorting<ReportKey> USUAL = Sorting.by(ReportKey.DAY);

  public ReportSearch {
    requireNonNull(days, "days");
    reporter = reporter.strip().replaceAll("\\p{Cntrl}", "\uFFFD"); // which no name has
    requireNonNull(origins, "origins");
    requireNonNull(order, "order");
  }

  /** All of some days, the latest first. */
  public static ReportSearch of(DayRange days) {
    return new ReportSearch(days, "", false, OriginFilter.ANY, USUAL);
  }
}
