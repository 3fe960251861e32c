package farol.domain.trend;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * The roll-ups of all verified domains of an account together; every write belongs to the
 * recomputation of one day from the roll-ups of its domains.
 */
@Dependent
class AccountRollupStore {
  private static final String INSERT_DAY =
      """
      insert into rollup_account_day (account_id, day, reports, successful, failed)
      select d.account_id, r.day, sum(r.reports), least(sum(r.successful), 1e15::bigint), least(sum(r.failed), 1e15::bigint)
      from monitored_domain d join rollup_day r on r.domain_id = d.id
      where d.account_id = ? and d.state = 'VERIFIED' and r.day = ?
      group by d.account_id, r.day
      """;

  private static final String INSERT_SLICES =
      """
      insert into rollup_account_slice (account_id, dimension, day, value, reports, successful, failed)
      select d.account_id, s.dimension, s.day, s.value, sum(s.reports), least(sum(s.successful), 1e15::bigint),
        least(sum(s.failed), 1e15::bigint)
      from monitored_domain d join rollup_slice s on s.domain_id = d.id
      where d.account_id = ? and d.state = 'VERIFIED' and s.day = ? and s.dimension in ('REPORTER', 'FAILURE')
      group by d.account_id, s.dimension, s.day, s.value
      """;

  /** By each thing that {@link FailureStore} tells them apart by, but for days and addresses. */
  private static final String INSERT_FAILURES =
      """
      with f as materialized (
        select d.account_id, d.name, f.*
        from monitored_domain d join rollup_failure f on f.domain_id = d.id
        where d.account_id = ? and d.state = 'VERIFIED' and f.day = ?
      )
      insert into rollup_account_slice (account_id, dimension, day, value, reports, successful, failed)
      select account_id, told.dimension, day, told.value, 0, 0, least(sum(failed), 1e15::bigint)
      from f cross join lateral (values
        ('FAILURE_MX', %s), ('FAILURE_REPORTER', %s), ('FAILURE_POLICY_TYPE', %s), ('FAILURE_RESULT_TYPE', %s),
        ('FAILURE_DOMAIN', name)
      ) told (dimension, value)
      group by account_id, told.dimension, day, told.value
      """
          .formatted(
              FailureStore.given("mx_host"),
              FailureStore.given("organization"),
              FailureStore.given("policy_type"),
              FailureStore.given("result_type"));

  @Inject Sql sql;

  /** Accounts and days that have changed since their roll-up, in order, after the one given. */
  List<AccountDay> dirty(AccountDay after, int most) {
    return sql.list(
        """
        select distinct account_id, day from dirty_account_day
        where (account_id, day) > (?, ?) order by account_id, day limit ?
        """,
        row -> new AccountDay(row.getLong(1), row.getObject(2, LocalDate.class)),
        after.accountId(),
        after.day(),
        most);
  }

  /**
   * Lets one transaction at a time recompute this day, and keeps the account from being deleted
   * meanwhile; false where it is gone.
   */
  boolean lock(AccountDay day) {
    boolean exists =
        sql.find("select 1 from account where id = ? for key share", row -> true, day.accountId())
            .isPresent();
    sql.find(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "account roll-up " + day.accountId() + " " + day.day());
    return exists;
  }

  /** The marks that stand now; the roll-ups they speak of are visible to every later statement. */
  List<Long> marks(AccountDay day) {
    return sql.list(
        "select id from dirty_account_day where account_id = ? and day = ?",
        row -> row.getLong(1),
        day.accountId(),
        day.day());
  }

  void clearMarks(List<Long> marks) {
    sql.update(
        "delete from dirty_account_day where id = any (?)", (Object) marks.toArray(Long[]::new));
  }

  /** Replaces the account's roll-up by what those of its domains say. */
  void recompute(AccountDay day) {
    for (String table : List.of("rollup_account_day", "rollup_account_slice")) {
      sql.update(
          "delete from " + table + " where account_id = ? and day = ?", day.accountId(), day.day());
    }
    for (String insert : List.of(INSERT_DAY, INSERT_SLICES, INSERT_FAILURES)) {
      sql.update(insert, day.accountId(), day.day());
    }
  }
}
