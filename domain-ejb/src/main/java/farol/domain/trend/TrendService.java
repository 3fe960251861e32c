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
  private static final int MOST_REPORTER_DAYS = 20_000;

  @Inject TrendStore trends;
  @Inject FailureStore failures;

  public Summary summary(long domainId, DayRange range) {
    List<Day> days = days(domainId, range);
    return new Summary(
        range,
        sum(days),
        days.stream().mapToLong(Day::reports).sum(),
        days,
        trends.slices(domainId, range, Dimension.RESULT_TYPE),
        trends.slices(domainId, range, Dimension.REPORTER),
        trends.slices(domainId, range, Dimension.MX),
        trends.slices(domainId, range, Dimension.POLICY_TYPE),
        trends.slices(domainId, range, Dimension.SOURCE_ADDRESS),
        trends.asOf(domainId, range));
  }

  /** A domain's days: one entry a day, days without reports included, oldest first. */
  public List<Day> days(long domainId, DayRange range) {
    return everyDay(trends.days(domainId, range), range);
  }

  /**
   * A domain's sessions by one thing: the most failed first, then the most successful. A summary
   * tells of the first hundred.
   *
   * @param most where there are more, the last are left out
   */
  public List<Slice> slices(long domainId, DayRange range, Dimension dimension, int most) {
    return trends.slices(domainId, range, dimension, most);
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

  /**
   * The days of each verified domain of an account by the domain's key: one entry a day, days
   * without reports included, oldest first. A domain without any report in these days is left out.
   */
  public Map<Long, List<Day>> daysByDomain(long accountId, DayRange range) {
    Map<Long, List<Day>> days = trends.daysByDomain(accountId, range);
    days.replaceAll((domain, known) -> everyDay(known, range));
    return days;
  }

  /** Failed sessions of one domain by day and kind; only what is not 0. */
  public List<DayFailures> failures(long domainId, DayRange range) {
    return trends.failures(domainId, range);
  }

  /**
   * Who reported on which day about which verified domain of an account, in the order of domain,
   * organisation and day; at most 20,000.
   */
  public List<ReporterDay> reporterDays(long accountId, DayRange range) {
    return reporterDays(accountId, range, MOST_REPORTER_DAYS);
  }

  /**
   * The same.
   *
   * @param most where there are more, the last are left out
   */
  public List<ReporterDay> reporterDays(long accountId, DayRange range, int most) {
    return trends.reporterDays(accountId, range, most);
  }

  /**
   * What failed at an account's verified domains, in as much detail as a diagnosis needs; at most
   * 20,000 groups. Reads the failures themselves, so ask for few days.
   */
  public List<FailureGroup> failureGroups(long accountId, DayRange range) {
    return trends.failureGroups(accountId, range);
  }

  /**
   * The kinds of the failures that are asked for, the most failed first; at most 20,000. Reads the
   * failures themselves, as {@link #failures(FailureQuestion, FailureBy, int, int)} does.
   */
  public List<KindSlice> failureKinds(FailureQuestion question) {
    return failures.kinds(question);
  }

  /**
   * What the failures that are asked for fall into.
   *
   * @param page from 0
   * @param size 1 to 500
   */
  public FailurePage failures(FailureQuestion question, FailureBy by, int page, int size) {
    return failures.page(question, by, page, size);
  }

  /** Whether all stored reports of the account are in the roll-ups. */
  public boolean isCurrent(long accountId) {
    return trends.isCurrent(accountId);
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
