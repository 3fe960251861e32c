package farol.domain.trend;

import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
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
  @Inject AccountTrendStore accounts;
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
    List<Day> days = everyDay(accounts.days(accountId, range), range);
    return new Overview(
        range,
        sum(days),
        sum(accounts.days(accountId, range.before())),
        days.stream().mapToLong(Day::reports).sum(),
        days,
        accounts.failures(accountId, range));
  }

  /** Each verified domain of an account with its totals, in the order of their names. */
  public List<DomainTotals> totals(long accountId, DayRange range) {
    return trends.totals(accountId, range);
  }

  /**
   * The days of some domains by the domain's key: one entry a day, days without reports included,
   * oldest first. A domain without any report in these days is left out.
   */
  public Map<Long, List<Day>> daysByDomain(Collection<Long> domainIds, DayRange range) {
    Map<Long, List<Day>> days = trends.daysByDomain(domainIds, range);
    days.replaceAll((domain, known) -> everyDay(known, range));
    return days;
  }

  /** Failed sessions of one domain by day and kind; only what is not 0. */
  public List<DayFailures> failures(long domainId, DayRange range) {
    return trends.failures(domainId, range);
  }

  /**
   * Who reported on which day about the verified domains of an account, in the order of
   * organisation and day; at most 20,000.
   */
  public List<ReporterDay> reporterDaysOfAccount(long accountId, DayRange range) {
    return accounts.reporterDays(accountId, range);
  }

  /**
   * Who reported on which day about which verified domain of an account, in the order of domain,
   * organisation and day.
   *
   * @param most where there are more, the last are left out
   */
  public List<DomainReporterDay> reporterDaysByDomain(long accountId, DayRange range, int most) {
    return trends.reporterDaysByDomain(accountId, range, most);
  }

  /** Who reported about one domain on which day, in no order. */
  public List<ReporterDay> reporterDays(long domainId, DayRange range) {
    return trends.reporterDays(domainId, range);
  }

  /** What failed at one domain, in as much detail as a diagnosis needs, in no order. */
  public List<FailureGroup> failureGroups(long domainId, DayRange range) {
    return trends.failureGroups(domainId, range);
  }

  /** The kinds of the failures that are asked for, the most failed first; at most 20,000. */
  public List<KindSlice> failureKinds(FailureQuestion question) {
    return question.isNarrowed()
        ? failures.kinds(question)
        : accounts.kinds(question.accountId(), question.range());
  }

  /**
   * What the failures that are asked for fall into. By sending address, or narrowed to one, the
   * failure rows themselves are read, which takes long where there are many.
   *
   * @param page from 0
   * @param size 1 to 500
   */
  public FailurePage failures(FailureQuestion question, FailureBy by, int page, int size) {
    return question.isNarrowed() || by == FailureBy.SENDING_ADDRESS
        ? failures.page(question, by, page, size)
        : accounts.page(question.accountId(), question.range(), by, page, size);
  }

  /** How often the roll-ups of a domain have changed. */
  public long version(long domainId) {
    return trends.version(domainId);
  }

  /** Whether all stored reports of the account are in the roll-ups. */
  public boolean isCurrent(long accountId) {
    return accounts.isCurrent(accountId);
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
