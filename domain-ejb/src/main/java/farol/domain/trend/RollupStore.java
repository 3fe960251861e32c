package farol.domain.trend;

import farol.domain.monitored.DomainHold;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The roll-up tables; every write belongs to the recomputation of one domain and day. Values that
 * are too long for an index are cut, and a sum is 10^15 at most: no domain has as many sessions a
 * day, and who invents them must not keep the others from being counted.
 */
@Dependent
class RollupStore {
  private static final String INSERT_DAY =
      """
      insert into rollup_day (domain_id, day, reports, successful, failed, computed_at)
      select domain_id, day, count(*), least(sum(successful), 1e15::bigint), least(sum(failed), 1e15::bigint), ?
      from report
      where domain_id = ? and day = ? and not conflicting
      group by domain_id, day
      """;

  private static final String INSERT_REPORTERS =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select domain_id, day, 'REPORTER', left(organization, 255), count(*), least(sum(successful), 1e15::bigint), least(sum(failed), 1e15::bigint)
      from report
      where domain_id = ? and day = ? and not conflicting
      group by domain_id, day, left(organization, 255)
      """;

  private static final String INSERT_POLICY_TYPES =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select r.domain_id, r.day, 'POLICY_TYPE', %1$s, count(distinct r.id), least(sum(p.successful), 1e15::bigint),
        least(sum(p.failed), 1e15::bigint)
      from report r
      join report_policy p on p.report_id = r.id and p.received_on = (r.received_at at time zone 'UTC')::date
      where r.domain_id = ? and r.day = ? and not r.conflicting and p.attribution <> 'FOREIGN'
      group by r.domain_id, r.day, %1$s
      """
          .formatted(FailureStore.POLICY_TYPE);

  private static final String INSERT_RESULT_TYPES =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select f.domain_id, f.day, 'RESULT_TYPE', %1$s, count(distinct f.report_id), 0, least(sum(f.failed), 1e15::bigint)
      from failure_detail f
      where f.domain_id = ? and f.day = ? and f.counted
      group by f.domain_id, f.day, %1$s
      """
          .formatted(FailureStore.RESULT_TYPE);

  /**
   * By all that pages tell failures apart by, but for sending addresses. A mode is the line of the
   * policy that says it; where the type says enough the reason is left out. No tabs are left in
   * what makes a kind. Of more than 2,000 a day the most failed of each reporter count, then the
   * second most failed of each, and so on: none that invents hosts takes the places of others.
   */
  private static final String INSERT_FAILURES =
      """
      with policy as materialized (
        select p.report_id, p.policy_no, p.received_on, left(r.organization, 255) as organization,
          %s as type,
          coalesce((
            select left(translate(line, E'\\t', ' '), 100)
            from unnest(p.policy_string) with ordinality part (text, part_no),
              regexp_split_to_table(part.text, E'\\r\\n|\\r|\\n') with ordinality split (line, line_no)
            where line ~* '^\\s*mode\\s*:' order by part_no, line_no limit 1), '') as mode
        from report r
        join report_policy p on p.report_id = r.id and p.received_on = (r.received_at at time zone 'UTC')::date
        where r.domain_id = ? and r.day = ?
      ),
      told as (
        select f.domain_id, f.day, policy.organization, coalesce(left(lower(f.receiving_mx_hostname), 255), '') as mx_host,
          %s as result_type, %s as reason_code, policy.type, policy.mode, least(sum(f.failed), 1e15::bigint) as failed
        from failure_detail f
        join policy on policy.report_id = f.report_id and policy.policy_no = f.policy_no and policy.received_on = f.received_on
        where f.domain_id = ? and f.day = ? and f.counted
        group by 1, 2, 3, 4, 5, 6, 7, 8
      ),
      placed as (
        select told.*, row_number() over (
          partition by organization order by failed desc, mx_host, result_type, reason_code, type, mode) as place
        from told
      )
      insert into rollup_failure (domain_id, day, organization, mx_host, result_type, reason_code, policy_type, mode, failed)
      select domain_id, day, organization, mx_host, result_type, reason_code, type, mode, failed
      from placed order by place, failed desc, organization limit 2000
      """
          .formatted(FailureStore.POLICY_TYPE, FailureStore.RESULT_TYPE, FailureStore.REASON_CODE);

  /**
   * Type, reason, policy type and mode, separated by tabs; of more kinds than 100 the most failed.
   */
  private static final String INSERT_KINDS =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select domain_id, day, 'FAILURE', concat_ws(E'\\t', result_type, reason_code, policy_type, mode), 0, 0,
        least(sum(failed), 1e15::bigint)
      from rollup_failure
      where domain_id = ? and day = ?
      group by domain_id, day, result_type, reason_code, policy_type, mode order by 7 desc, 4 limit 100
      """;

  /** Of more addresses than 100 the most failed; by some millions, a roll-up would be no help. */
  private static final String INSERT_ADDRESSES =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select domain_id, day, 'SOURCE_ADDRESS', left(sending_mta_ip, 255), count(distinct report_id), 0,
        least(sum(failed), 1e15::bigint)
      from failure_detail
      where domain_id = ? and day = ? and counted and sending_mta_ip is not null
      group by domain_id, day, left(sending_mta_ip, 255) order by 7 desc, 4 limit 100
      """;

  private static final String INSERT_MX =
      """
      insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
      select domain_id, day, 'MX', left(lower(receiving_mx_hostname), 255), count(distinct report_id), 0, least(sum(failed), 1e15::bigint)
      from failure_detail
      where domain_id = ? and day = ? and counted and receiving_mx_hostname is not null
      group by domain_id, day, left(lower(receiving_mx_hostname), 255)
      """;

  @Inject Sql sql;

  /** Domains and days that have changed since their roll-up, in order, after the one given. */
  List<DomainDay> dirty(DomainDay after, int most) {
    return sql.list(
        """
        select distinct domain_id, day from dirty_day
        where (domain_id, day) > (?, ?) order by domain_id, day limit ?
        """,
        row -> new DomainDay(row.getLong(1), row.getObject(2, java.time.LocalDate.class)),
        after.domainId(),
        after.day(),
        most);
  }

  /**
   * Lets one transaction at a time recompute days of this domain, under a new version of its
   * roll-ups, and keeps the domain from being deleted meanwhile; false where it is gone. Two that
   * come to the domain's days in whatever order never wait for each other.
   */
  boolean lock(DomainDay day) {
    boolean exists = DomainHold.take(sql, day.domainId());
    if (exists) {
      sql.update(
          """
          insert into rollup_version (domain_id, version) values (?, 1)
          on conflict (domain_id) do update set version = rollup_version.version + 1
          """,
          day.domainId());
    }
    return exists;
  }

  /** The marks that stand now; the rows they speak of are visible to every later statement. */
  List<Long> marks(DomainDay day) {
    return sql.list(
        "select id from dirty_day where domain_id = ? and day = ?",
        row -> row.getLong(1),
        day.domainId(),
        day.day());
  }

  void clearMarks(List<Long> marks) {
    sql.update("delete from dirty_day where id = any (?)", (Object) marks.toArray(Long[]::new));
  }

  /** Whether some of the day's reports are no longer kept, so that it must stay as it is. */
  boolean isFrozen(DomainDay day) {
    return sql.find(
            "select 1 from rollup_day where domain_id = ? and day = ? and frozen",
            row -> true,
            day.domainId(),
            day.day())
        .isPresent();
  }

  /** Replaces the roll-up by what the rows say. */
  void recompute(DomainDay day, Instant now) {
    for (String table : List.of("rollup_day", "rollup_slice", "rollup_failure")) {
      sql.update(
          "delete from " + table + " where domain_id = ? and day = ?", day.domainId(), day.day());
    }
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    sql.update(INSERT_DAY, at, day.domainId(), day.day());
    sql.update(INSERT_FAILURES, day.domainId(), day.day(), day.domainId(), day.day());
    for (String insert :
        List.of(
            INSERT_REPORTERS,
            INSERT_POLICY_TYPES,
            INSERT_RESULT_TYPES,
            INSERT_MX,
            INSERT_KINDS,
            INSERT_ADDRESSES)) {
      sql.update(insert, day.domainId(), day.day());
    }
  }

  /** Has the account's day recomputed, which sums over this one. */
  void markAccountDay(DomainDay day) {
    sql.update(
        "insert into dirty_account_day (account_id, day) select account_id, ? from monitored_domain where id = ?",
        day.day(),
        day.domainId());
  }
}
