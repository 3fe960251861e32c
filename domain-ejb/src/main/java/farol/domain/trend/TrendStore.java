package farol.domain.trend;

import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Questions to the roll-up tables, and to the failure rows for what has no roll-up. */
@Dependent
class TrendStore {
  private static final int MOST_VALUES = 100;

  @Inject Sql sql;

  /** Days with reports, oldest first. */
  List<Day> days(long domainId, DayRange range) {
    return sql.list(
        """
        select day, successful, failed, reports from rollup_day
        where domain_id = ? and day between ? and ? order by day
        """,
        TrendStore::day,
        domainId,
        range.first(),
        range.last());
  }

  /** The most failed first, then the most successful. */
  List<Slice> slices(long domainId, DayRange range, Dimension dimension) {
    return sql.list(
        """
        select value, sum(successful), sum(failed), sum(reports) from rollup_slice
        where domain_id = ? and day between ? and ? and dimension = ?
        group by value order by 3 desc, 2 desc, 1 limit ?
        """,
        TrendStore::slice,
        domainId,
        range.first(),
        range.last(),
        dimension.name(),
        MOST_VALUES);
  }

  List<Slice> sourceAddresses(long domainId, DayRange range) {
    return sql.list(
        """
        select sending_mta_ip, 0, sum(failed), count(distinct report_id) from failure_detail
        where domain_id = ? and day between ? and ? and counted and sending_mta_ip is not null
        group by sending_mta_ip order by 3 desc, 1 limit ?
        """,
        TrendStore::slice,
        domainId,
        range.first(),
        range.last(),
        MOST_VALUES);
  }

  /** When the oldest roll-up among these days was computed. */
  Optional<Instant> asOf(long domainId, DayRange range) {
    return sql.find(
            "select min(computed_at) from rollup_day where domain_id = ? and day between ? and ?",
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            domainId,
            range.first(),
            range.last())
        .orElseThrow()
        .map(OffsetDateTime::toInstant);
  }

  /** Each verified domain of an account with its totals, one without reports included. */
  List<DomainTotals> totals(long accountId, DayRange range) {
    return sql.list(
        """
        select d.id, d.name, coalesce(sum(r.successful), 0), coalesce(sum(r.failed), 0), coalesce(sum(r.reports), 0)
        from monitored_domain d
        left join rollup_day r on r.domain_id = d.id and r.day between ? and ?
        where d.account_id = ? and d.state = 'VERIFIED'
        group by d.id, d.name order by d.name
        """,
        row ->
            new DomainTotals(
                row.getLong(1),
                row.getString(2),
                new SessionCounts(row.getLong(3), row.getLong(4)),
                row.getLong(5)),
        range.first(),
        range.last(),
        accountId);
  }

  /**
   * Days of all verified domains of an account together, days without reports left out; oldest
   * first.
   */
  List<Day> daysOfAccount(long accountId, DayRange range) {
    return sql.list(
        """
        select r.day, sum(r.successful), sum(r.failed), sum(r.reports)
        from rollup_day r join monitored_domain d on d.id = r.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and r.day between ? and ?
        group by r.day order by r.day
        """,
        TrendStore::day,
        accountId,
        range.first(),
        range.last());
  }

  /** Failed sessions of an account's verified domains by day and result type, oldest day first. */
  List<DayFailures> failuresOfAccount(long accountId, DayRange range) {
    return sql.list(
        """
        select s.day, s.value, sum(s.failed)
        from rollup_slice s join monitored_domain d on d.id = s.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and s.dimension = 'RESULT_TYPE' and s.day between ? and ?
        group by s.day, s.value order by s.day, s.value
        """,
        row -> new DayFailures(row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3)),
        accountId,
        range.first(),
        range.last());
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getObject(1, LocalDate.class),
        new SessionCounts(row.getLong(2), row.getLong(3)),
        row.getLong(4));
  }

  private static Slice slice(ResultSet row) throws SQLException {
    return new Slice(
        row.getString(1), new SessionCounts(row.getLong(2), row.getLong(3)), row.getLong(4));
  }
}
