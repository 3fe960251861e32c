package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import farol.browser.Browser;
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
    long run = stopRollUpHalfway(domain);

    assertThat(client.steerJob(run, "restart").status()).isEqualTo(200);
    assertThat(client.awaitEnd(run)).isEqualTo("COMPLETED");

    assertThat(domain.summary()).isEqualTo(domain.expected());
    domain.delete();
  }

  /** Else a stopped dry run would become a real one, and one for a domain one for all. */
  @Test
  void runThatIsRestartedFromThePortalKeepsItsParameters() throws Exception {
    ReportedDomain domain = ReportedDomain.add(farol, "example.net");
    long run = stopRollUpHalfway(domain);

    try (Browser browser = Browser.start(farol)) {
      browser.signIn("/operations");
      browser.click("[data-job='report-rollup'] .restart");
      Client.await(() -> client.jobState(run), "COMPLETED"::equals);
    }

    assertThat(client.jobParameters(run)).hasSize(2).containsOnly(Map.of("chunkSize", "1"));
    domain.delete();
  }

  private long stopRollUpHalfway(ReportedDomain domain) throws Exception {
    long run;
    try (HeldDay held = domain.holdMiddle()) {
      domain.report();
      run = client.startRollUpDayByDay();
      Client.await(() -> client.jobState(run), "STARTED"::equals);
      held.awaitRuns(1);
      assertThat(client.steerJob(run, "stop").status()).isEqualTo(200);
    }
    assertThat(client.awaitEnd(run)).isEqualTo("STOPPED");
    return run;
  }
}
