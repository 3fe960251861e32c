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
    service.clock = clock;
    return service;
  }
}
