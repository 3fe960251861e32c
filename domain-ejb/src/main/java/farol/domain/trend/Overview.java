package farol.domain.trend;

import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import java.util.List;

/**
 * All verified domains of an account over some days.
 *
 * @param days one entry a day, days without reports included, oldest first
 * @param failures failed sessions by day and kind; only what is not 0
 * @param before the totals of as many days just before the range
 */
public record Overview(
    DayRange range,
    SessionCounts sessions,
    SessionCounts before,
    long reports,
    List<Day> days,
    List<DayFailures> failures) {
  public Overview {
    days = List.copyOf(days);
    failures = List.copyOf(failures);
  }
}
