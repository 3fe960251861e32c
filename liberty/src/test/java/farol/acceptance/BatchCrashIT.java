package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What becomes of runs whose server was killed in their midst. Two are left behind: an operator's,
 * whose server comes back as an upgrade in another folder, and the schedule's, whose node is made
 * to be one that is never heard of again.
 */
class BatchCrashIT {
  private static final String LOSE_NODE_OF_SCHEDULED_RUNS =
      """
      update wlpjobexecution
      set serverid = 'lost/usr/farol', createtime = createtime - interval '2 hours'
      where endtime is null and fk_jobinstanceid in (
        select jobinstanceid from wlpjobinstance
        where submitter = 'farol-scheduler' and jobxmlname = 'report-rollup')
      """;

  private static RunningFarol farol;
  private static Client client;
  private static List<ReportedDomain> domains;
  private static long run;

  @BeforeAll
  static void killServerHalfwayThroughRollUps() throws Exception {
    farol = RunningFarol.start(Map.of());
    client = new Client(farol);
    domains =
        List.of(
            ReportedDomain.add(farol, "example.com"),
            ReportedDomain.add(farol, "example.net"),
            ReportedDomain.add(farol, "example.org"));
    try (HeldDay held = domains.get(1).holdMiddle()) {
      for (ReportedDomain domain : domains) {
        domain.report();
      }
      run = client.startRollUpDayByDay();
      held.awaitRuns(2); // the second is the schedule's
      assertThat(held.daysDone()).isPositive();
      assertThat(held.daysLeft()).isPositive();
      try (Connection database = farol.database();
          Statement statement = database.createStatement()) {
        assertThat(statement.executeUpdate(LOSE_NODE_OF_SCHEDULED_RUNS)).isEqualTo(1);
      }
      farol.killServer();
    }
    farol.restartElsewhere();
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void operatorRestartsTheRunAndTotalsAreThoseOfAnUninterruptedOne() throws Exception {
    assertThat(client.jobState(run)).isEqualTo("FAILED");

    assertThat(client.steerJob(run, "restart").status()).isEqualTo(200);
    assertThat(client.awaitEnd(run)).isEqualTo("COMPLETED");

    for (ReportedDomain domain : domains) {
      assertThat(domain.summary()).isEqualTo(domain.expected());
    }
  }

  @Test
  void scheduleGoesOnBesideTheRunOfALostNode() throws Exception {
    ReportedDomain domain = ReportedDomain.add(farol, "example.edu");
    domain.report();

    Client.await(domain::summary, domain.expected()::equals);
  }
}
