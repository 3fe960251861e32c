package farol.domain.keeping;

import farol.domain.trend.DomainDay;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The months that tables are kept in, and what is deleted from the others. */
@Dependent
class RetentionStore {
  static final String RAW = "report_raw";
  static final String POLICIES = "report_policy";

  /**
   * The tables that hold what reports say; the last is the one by which a month counts as there.
   */
  static final List<String> OF_REPORTS = List.of(RAW, "failure_detail", POLICIES);

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'_'uuuu_MM");

  @Inject Sql sql;

  void prepareMonths(LocalDate first, LocalDate last) {
    sql.find("select prepare_months(?, ?)", row -> true, first, last);
  }

  /** The earliest day of receipt that has no month of its own. */
  Optional<LocalDate> firstUnprepared() {
    return sql.find(
            "select min(received_on) from report_policy_other",
            row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .flatMap(day -> day);
  }

  /** The first days of the months that a table has, the oldest first. */
  List<LocalDate> months(String table) {
    return sql.list(
        """
        select right(c.relname, 7) from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = ?::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1
        """,
        row -> YearMonth.parse("_" + row.getString(1), MONTH).atDay(1), table);
  }

  /** Drops the month that ends there; at once, or not at all where others hold it for long. */
  void dropMonth(String table, LocalDate end) {
    sql.update("set local lock_timeout = '5s'"); // behind a lock that waits, all others would wait
    sql.update("drop table if exists " + table + MONTH.format(end.minusMonths(1)));
  }

  long count(Expired expired) {
    return switch (expired.kind()) {
      case RAW, REPORTS ->
          count(
              "select count(*) from report where received_at >= ? and received_at < ?",
              midnight(expired.before().minusMonths(1)),
              midnight(expired.before()));
      case ROLLUPS ->
          count(
              "select count(*) from rollup_day where computed_at < ?", midnight(expired.before()));
      case OBSERVATIONS ->
          count("select count(*) from observation where ended_at < ?", midnight(expired.before()));
      case QUARANTINE ->
          count(
              "select count(*) from refused_body where received_at < ?",
              midnight(expired.before()));
      case IMPORTS ->
          count(
              "select count(*) from report_import where ended_at < ?", midnight(expired.before()));
    };
  }

  /** Days that wait to be recomputed and have reports from before. */
  List<DomainDay> dirtyDays(LocalDate before) {
    return sql.list(
        """
        select distinct m.domain_id, m.day from dirty_day m
        where exists (select 1 from report r where r.domain_id = m.domain_id and r.day = m.day and r.received_at < ?)
        order by 1, 2
        """,
        row -> new DomainDay(row.getLong(1), row.getObject(2, LocalDate.class)),
        midnight(before));
  }

  void freezeDays(LocalDate before) {
    sql.update(
        """
        update rollup_day d set frozen = true
        where exists (select 1 from report r where r.domain_id = d.domain_id and r.day = d.day and r.received_at < ?)
        """,
        midnight(before));
  }

  void deleteReports(LocalDate before) {
    sql.update("delete from report where received_at < ?", midnight(before));
  }

  void deleteRollups(LocalDate before) {
    sql.update(
        """
        with gone as (delete from rollup_day where computed_at < ? returning domain_id, day),
        failures as (
          delete from rollup_failure f using gone where f.domain_id = gone.domain_id and f.day = gone.day),
        accounts as (
          insert into dirty_account_day (account_id, day)
          select distinct d.account_id, gone.day from gone join monitored_domain d on d.id = gone.domain_id)
        delete from rollup_slice s using gone where s.domain_id = gone.domain_id and s.day = gone.day
        """,
        midnight(before));
  }

  void deleteObservations(LocalDate before) {
    sql.update("delete from observation where ended_at < ?", midnight(before));
  }

  void deleteRefusedBodies(LocalDate before) {
    sql.update("delete from refused_body where received_at < ?", midnight(before));
  }

  void deleteImports(LocalDate before) {
    sql.update("delete from report_import where ended_at < ?", midnight(before));
  }

  private long count(String query, Object... values) {
    return sql.find(query, row -> row.getLong(1), values).orElseThrow();
  }

  private static OffsetDateTime midnight(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
