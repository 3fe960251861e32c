package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch jobs in the hands of an operator, through the server's batch management API. */
class BatchIT {
  private RunningFarol farol;
  private Client client;

  @BeforeEach
  void signIn() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report-rollup", "dns-recheck", "retention"})
  void operatorRunsJob(String job) throws Exception {
    assertThat(client.runJob(job)).isEqualTo("COMPLETED");
  }

  @Test
  void unknownJobIsRefused() throws Exception {
    assertThat(client.startJob("no-such-job", Map.of()).status()).isBetween(400, 599);
  }

  @Test
  void wrongPasswordStartsNothing() throws Exception {
    Client stranger = new Client(farol, "not-the-password");

    assertThat(stranger.startJob("report-rollup", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void stoppedRollUpCompletesWhenItIsRestarted() throws Exception {
    ReportedDomain domain = ReportedDomain.add(farol, "example.net");
    long run;
    try (HeldDay held = domain.holdMiddle()) {
      domain.report();
      run = client.startRollUpDayByDay();
      Client.await(() -> client.jobState(run), "STARTED"::equals);
      held.awaitRuns(1);
      assertThat(client.steerJob(run, "stop").status()).isEqualTo(200);
    }

    assertThat(client.awaitEnd(run)).isEqualTo("STOPPED");
    assertThat(client.steerJob(run, "restart").status()).isEqualTo(200);
    assertThat(client.awaitEnd(run)).isEqualTo("COMPLETED");

    assertThat(domain.summary()).isEqualTo(domain.expected());
    domain.delete();
  }
}
