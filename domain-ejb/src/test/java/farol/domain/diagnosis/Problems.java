package farol.domain.diagnosis;

import farol.domain.trend.Rollups;
import farol.store.Sql;
import java.time.Clock;

/** The service of open problems, for tests of what uses it. */
public final class Problems {
  private Problems() {}

  public static ProblemService service(Sql sql, Clock clock) {
    ProblemService service = new ProblemService();
    service.problems = new ProblemStore();
    service.problems.sql = sql;
    service.trends = Rollups.trends(sql);
    service.clock = clock;
    return service;
  }
}
