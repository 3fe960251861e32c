package farol.domain.trend;

import farol.domain.shared.DayRange;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * Questions about all verified domains of an account together, to the account's own roll-ups: they
 * cost as much for many domains as for one.
 */
@Dependent
class AccountTrendStore {
  private static final int MOST_DAYS = 20_000;
  private static final int MOST_KINDS = 20_000;

  @Inject Sql sql;

  /** Days without reports left out; oldest first. */
  List<Day> days(long accountId, DayRange range) {
    return sql.list(
        """
        select day, successful, failed, reports from rollup_account_day
        where account_id = ? and day between ? and ? order by day
        """,
        TrendStore::day,
        accountId,
        range.first(),
        range.last());
  }

  /** Failed sessions by day and kind, oldest day first. */
  List<DayFailures> failures(long accountId, DayRange range) {
    return sql.list(
        """
        select day, value, failed from rollup_account_slice
        where account_id = ? and dimension = 'FAILURE' and day between ? and ? order by day, value
        """,
        TrendStore::dayFailures,
        accountId,
        range.first(),
        range.last());
  }

  /** In the order of organisation and day; at most 20,000. */
  List<ReporterDay> reporterDays(long accountId, DayRange range) {
    return sql.list(
        """
        select value, day, successful, failed, reports from rollup_account_slice
        where account_id = ? and dimension = 'REPORTER' and day between ? and ? order by value, day limit ?
        """,
        TrendStore::reporterDay,
        accountId,
        range.first(),
        range.last(),
        MOST_DAYS);
  }

  /** The most failed first; at most 20,000. */
  List<KindSlice> kinds(long accountId, DayRange range) {
    return sql.list(
        """
        select value, least(sum(failed), 1e15)::bigint, min(day), max(day) from rollup_account_slice
        where account_id = ? and dimension = 'FAILURE' and day between ? and ?
        group by 1 order by 2 desc, 1 limit ?
        """,
        row ->
            new KindSlice(
                FailureKind.parse(row.getString(1)),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class)),
        accountId,
        range.first(),
        range.last(),
        MOST_KINDS);
  }

  /**
   * What all failures fall into.
   *
   * @param by anything but the sending address
   */
  FailurePage page(long accountId, DayRange range, FailureBy by, int page, int size) {
    boolean isByDay = by == FailureBy.DAY;
    return FailureStore.page(
        sql,
        """
        select %s, least(sum(f.failed), 1e15)::bigint, min(f.day), max(f.day), count(*) over (),
          least(sum(sum(f.failed)) over (), 1e15)::bigint
        from rollup_account_slice f
        where f.account_id = ? and f.dimension = ? and f.day between ? and ?
        group by 1 order by %s limit ? offset ?
        """
            .formatted(isByDay ? "f.day::text" : "f.value", FailureStore.order(by)),
        accountId,
        isByDay ? "FAILURE" : "FAILURE_" + by.name(),
        range.first(),
        range.last(),
        size,
        (long) page * size);
  }

  /** Whether the roll-ups of all its domains are in it, and all stored reports in these. */
  boolean isCurrent(long accountId) {
    return sql.find(
            """
            select 1 from dirty_day y join monitored_domain d on d.id = y.domain_id
            where d.account_id = ? and d.state = 'VERIFIED'
            union all select 1 from dirty_account_day where account_id = ? limit 1
            """,
            row -> true,
            accountId,
            accountId)
        .isEmpty();
  }
}
