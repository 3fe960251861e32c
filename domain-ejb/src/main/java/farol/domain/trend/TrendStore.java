package farol.domain.trend;

import farol.domain.report.PolicyType;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions to the roll-up tables, and to the failure rows for what has no roll-up. */
@Dependent
class TrendStore {
  private static final int MOST_VALUES = 100;
  private static final int MOST_GROUPS = 20_000;

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

  /** As many values as a summary tells of. */
  List<Slice> slices(long domainId, DayRange range, Dimension dimension) {
    return slices(domainId, range, dimension, MOST_VALUES);
  }

  /** The most failed first, then the most successful. */
  List<Slice> slices(long domainId, DayRange range, Dimension dimension, int most) {
    return dimension == Dimension.SOURCE_ADDRESS
        ? sourceAddresses(domainId, range, most)
        : rolledUp(domainId, range, dimension, most);
  }

  private List<Slice> rolledUp(long domainId, DayRange range, Dimension dimension, int most) {
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
        most);
  }

  private List<Slice> sourceAddresses(long domainId, DayRange range, int most) {
    return sql.list(
        """
        select sending_mta_ip, 0, least(sum(failed), 1e15::bigint), count(distinct report_id) from failure_detail
        where domain_id = ? and day between ? and ? and counted and sending_mta_ip is not null
        group by sending_mta_ip order by 3 desc, 1 limit ?
        """,
        TrendStore::slice,
        domainId,
        range.first(),
        range.last(),
        most);
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

  /** Failed sessions of an account's verified domains by day and kind, oldest day first. */
  List<DayFailures> failuresOfAccount(long accountId, DayRange range) {
    return sql.list(
        """
        select s.day, s.value, sum(s.failed)
        from rollup_slice s join monitored_domain d on d.id = s.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and s.dimension = 'FAILURE' and s.day between ? and ?
        group by s.day, s.value order by s.day, s.value
        """,
        TrendStore::dayFailures,
        accountId,
        range.first(),
        range.last());
  }

  Map<Long, List<Day>> daysByDomain(long accountId, DayRange range) {
    Map<Long, List<Day>> days = new HashMap<>();
    sql.list(
        """
        select r.day, r.successful, r.failed, r.reports, r.domain_id
        from rollup_day r join monitored_domain d on d.id = r.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and r.day between ? and ?
        order by r.day
        """,
        row -> days.computeIfAbsent(row.getLong(5), domain -> new ArrayList<>()).add(day(row)),
        accountId,
        range.first(),
        range.last());
    return days;
  }

  /** Failed sessions of a domain by day and kind, oldest day first. */
  List<DayFailures> failures(long domainId, DayRange range) {
    return sql.list(
        """
        select day, value, failed from rollup_slice
        where domain_id = ? and dimension = 'FAILURE' and day between ? and ? order by day, value
        """,
        TrendStore::dayFailures,
        domainId,
        range.first(),
        range.last());
  }

  List<ReporterDay> reporterDays(long accountId, DayRange range, int most) {
    return sql.list(
        """
        select d.name, s.value, s.day, s.successful, s.failed, s.reports
        from rollup_slice s join monitored_domain d on d.id = s.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and s.dimension = 'REPORTER' and s.day between ? and ?
        order by d.name, s.value, s.day limit ?
        """,
        row ->
            new ReporterDay(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                new SessionCounts(row.getLong(4), row.getLong(5)),
                row.getLong(6)),
        accountId,
        range.first(),
        range.last(),
        most);
  }

  List<FailureGroup> failureGroups(long accountId, DayRange range) {
    return sql.list(
        """
        select d.name, f.day, r.organization, f.result_type, f.failure_reason_code, p.policy_type, p.policy_string,
          f.receiving_mx_hostname, least(sum(f.failed), 1e15::bigint)
        from monitored_domain d
        join failure_detail f on f.domain_id = d.id
        join report r on r.id = f.report_id
        join report_policy p on p.report_id = f.report_id and p.policy_no = f.policy_no and p.received_on = f.received_on
        where d.account_id = ? and d.state = 'VERIFIED' and f.day between ? and ? and f.counted
        group by 1, 2, 3, 4, 5, 6, 7, 8 order by 9 desc limit ?
        """,
        TrendStore::failureGroup,
        accountId,
        range.first(),
        range.last(),
        MOST_GROUPS);
  }

  boolean isCurrent(long accountId) {
    return sql.find(
            """
            select 1 from dirty_day y join monitored_domain d on d.id = y.domain_id
            where d.account_id = ? and d.state = 'VERIFIED' limit 1
            """,
            row -> true,
            accountId)
        .isEmpty();
  }

  private static FailureGroup failureGroup(ResultSet row) throws SQLException {
    return new FailureGroup(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        new PolicyType(row.getString(6)),
        List.of((String[]) row.getArray(7).getArray()),
        row.getString(8),
        row.getLong(9));
  }

  private static DayFailures dayFailures(ResultSet row) throws SQLException {
    return new DayFailures(
        row.getObject(1, LocalDate.class), FailureKind.parse(row.getString(2)), row.getLong(3));
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
