package farol.domain.trend;

import farol.store.Sql;
import java.time.Clock;

/** The services of roll-ups, for tests of what uses them. */
public final class Rollups {
  private Rollups() {}

  public static RollupService service(Sql sql, Clock clock) {
    RollupService service = new RollupService();
    service.rollups = new RollupStore();
    service.rollups.sql = sql;
    service.accounts = accounts(sql);
    service.clock = clock;
    return service;
  }

  public static TrendService trends(Sql sql) {
    TrendService service = new TrendService();
    service.trends = new TrendStore();
    service.trends.sql = sql;
    service.accounts = new AccountTrendStore();
    service.accounts.sql = sql;
    service.failures = new FailureStore();
    service.failures.sql = sql;
    return service;
  }

  static AccountRollupStore accounts(Sql sql) {
    AccountRollupStore accounts = new AccountRollupStore();
    accounts.sql = sql;
    return accounts;
  }

  /** Recomputes all that has changed, of domains and of their accounts. */
  public static void recomputeAll(RollupService rollups) {
    rollups.dirty(DomainDay.FIRST, 1_000).forEach(rollups::recompute);
    rollups.dirtyOfAccounts(AccountDay.FIRST, 1_000).forEach(rollups::recompute);
  }
}
