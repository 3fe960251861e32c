package farol.domain.trend;

import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What pages and the API show of many reports together. Callers have checked that the domain is
 * theirs and verified.
 */
@Stateless
public class TrendService {
  @Inject TrendStore trends;

  public Summary summary(long domainId, DayRange range) {
    List<Day> days = everyDay(trends.days(domainId, range), range);
    return new Summary(
        range,
        sum(days),
        days.stream().mapToLong(Day::reports).sum(),
        days,
        trends.slices(domainId, range, Dimension.RESULT_TYPE),
        trends.slices(domainId, range, Dimension.REPORTER),
        trends.slices(domainId, range, Dimension.MX),
        trends.slices(domainId, range, Dimension.POLICY_TYPE),
        trends.sourceAddresses(domainId, range),
        trends.asOf(domainId, range));
  }

  public Overview overview(long accountId, DayRange range) {
    List<Day> days = everyDay(trends.daysOfAccount(accountId, range), range);
    return new Overview(
        range,
        sum(days),
        sum(trends.daysOfAccount(accountId, range.before())),
        days.stream().mapToLong(Day::reports).sum(),
        days,
        trends.failuresOfAccount(accountId, range),
        trends.totals(accountId, range));
  }

  private static List<Day> everyDay(List<Day> known, DayRange range) {
    Map<LocalDate, Day> byDay =
        known.stream().collect(Collectors.toMap(Day::day, Function.identity()));
    return range
        .days()
        .map(day -> byDay.getOrDefault(day, new Day(day, SessionCounts.NONE, 0)))
        .toList();
  }

  private static SessionCounts sum(List<Day> days) {
    return days.stream().map(Day::sessions).reduce(SessionCounts.NONE, SessionCounts::plus);
  }
}
