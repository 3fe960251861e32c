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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions to the roll-ups of domains. */
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

  /** As many values as a summary tells of. */
  List<Slice> slices(long domainId, DayRange range, Dimension dimension) {
    return slices(domainId, range, dimension, MOST_VALUES);
  }

  /** The most failed first, then the most successful. */
  List<Slice> slices(long domainId, DayRange range, Dimension dimension, int most) {
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

  /** The days of some domains by the domain's key, oldest first; none for one without reports. */
  Map<Long, List<Day>> daysByDomain(Collection<Long> domainIds, DayRange range) {
    Map<Long, List<Day>> days = new HashMap<>();
    sql.list(
        """
        select day, successful, failed, reports, domain_id from rollup_day
        where domain_id = any (?) and day between ? and ? order by day
        """,
        row -> days.computeIfAbsent(row.getLong(5), domain -> new ArrayList<>()).add(day(row)),
        domainIds.toArray(Long[]::new),
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

  /** Who reported about a domain on which day. */
  List<ReporterDay> reporterDays(long domainId, DayRange range) {
    return sql.list(
        """
        select value, day, successful, failed, reports from rollup_slice
        where domain_id = ? and day between ? and ? and dimension = 'REPORTER'
        """,
        TrendStore::reporterDay,
        domainId,
        range.first(),
        range.last());
  }

  /** Who reported about which verified domain of an account on which day, in this order. */
  List<DomainReporterDay> reporterDaysByDomain(long accountId, DayRange range, int most) {
    return sql.list(
        """
        select s.value, s.day, s.successful, s.failed, s.reports, d.name
        from rollup_slice s join monitored_domain d on d.id = s.domain_id
        where d.account_id = ? and d.state = 'VERIFIED' and s.dimension = 'REPORTER' and s.day between ? and ?
        order by d.name, s.value, s.day limit ?
        """,
        row -> new DomainReporterDay(row.getString(6), reporterDay(row)),
        accountId,
        range.first(),
        range.last(),
        most);
  }

  List<FailureGroup> failureGroups(long domainId, DayRange range) {
    return sql.list(
        """
        select day, organization, result_type, reason_code, policy_type, mode, mx_host, failed
        from rollup_failure where domain_id = ? and day between ? and ?
        """,
        TrendStore::failureGroup,
        domainId,
        range.first(),
        range.last());
  }

  /** How often the roll-ups of a domain have changed. */
  long version(long domainId) {
    return sql.find(
            "select version from rollup_version where domain_id = ?",
            row -> row.getLong(1),
            domainId)
        .orElse(0L);
  }

  private static FailureGroup failureGroup(ResultSet row) throws SQLException {
    return new FailureGroup(
        row.getObject(1, LocalDate.class),
        row.getString(2),
        new FailureKind(
            row.getString(3), row.getString(4), row.getString(5), List.of(row.getString(6))),
        row.getString(7),
        row.getLong(8));
  }

  static ReporterDay reporterDay(ResultSet row) throws SQLException {
    return new ReporterDay(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        new SessionCounts(row.getLong(3), row.getLong(4)),
        row.getLong(5));
  }

  static DayFailures dayFailures(ResultSet row) throws SQLException {
    return new DayFailures(
        row.getObject(1, LocalDate.class), FailureKind.parse(row.getString(2)), row.getLong(3));
  }

  static Day day(ResultSet row) throws SQLException {
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
