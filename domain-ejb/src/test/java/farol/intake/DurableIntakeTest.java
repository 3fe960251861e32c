package farol.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.TokenHash;
import farol.domain.report.Acceptance;
import farol.domain.report.IntakeFullException;
import farol.domain.report.Submission;
import farol.domain.shared.DomainName;
import farol.intake.Delivery.Status;
import farol.intake.FakeDatabase.Mood;
import farol.spool.Entry;
import farol.spool.Spool;
import farol.spool.SpoolLimits;
import farol.spool.SpooledReport;
import farol.wire.RefusalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DurableIntakeTest {
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final TokenHash TOKEN = new TokenHash("0123456789abcdef".repeat(4));
  private static final Destination COLLECTOR =
      new Destination(
          TOKEN, new CollectorRoute(1, DomainName.parse("example.com"), Set.of(), false, null));

  @TempDir Path folder;

  private final FakeDatabase database = new FakeDatabase();
  private final Outage outage = new Outage();
  private final Tally tally = new Tally();
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private Spool spool;

  @BeforeEach
  void openSpool() throws IOException {
    spool = Spool.open(folder.resolve("spool"), new SpoolLimits(3, 100_000));
  }

  @AfterEach
  void stopExecutor() {
    executor.shutdownNow();
  }

  @Test
  void storesInTheDatabaseWhileThatIsWell() throws Exception {
    assertThat(keep("one").status()).isEqualTo(Status.STORED);
    assertThat(keep("one").status()).isEqualTo(Status.DUPLICATE);

    assertThat(spool.reports()).isZero();
    assertThat(outage.isOn()).isFalse();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.DUPLICATE, 1));
  }

  @Test
  void tellsOfConflictsAndOfDomainsThatAreGone() throws Exception {
    assertThat(keep(answering(Acceptance.CONFLICTING), "one").warnings())
        .containsExactly("CONFLICTING_DUPLICATE");
    assertThat(keep(answering(Acceptance.DOMAIN_GONE), "one").refusal())
        .contains(RefusalCode.UNKNOWN_TOKEN);

    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.REFUSED, 1));
  }

  @Test
  void spoolsWhatADatabaseDoesNotStoreInTimeAndAsksItNoMore() throws Exception {
    database.be(Mood.HANGING);
    long start = System.nanoTime();

    assertThat(keep("one").status()).isEqualTo(Status.SPOOLED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(PATIENCE);
    assertThat(outage.isOn()).isTrue();
    assertThat(keep("two").status()).isEqualTo(Status.SPOOLED);

    assertThat(database.askedIds()).containsExactly("one");
    assertThat(spool.reports()).isEqualTo(2);
    assertThat(tally.sum()).isZero();
  }

  @Test
  void spoolsAtOnceWhatADatabaseRefusesThatIsAway() throws Exception {
    database.be(Mood.AWAY);

    assertThat(intake(database, Duration.ofHours(1)).keep(submission("one"), report("one")))
        .succeedsWithin(Duration.ofSeconds(10))
        .extracting(Delivery::status)
        .isEqualTo(Status.SPOOLED);
    assertThat(outage.isOn()).isTrue();
    assertThat(spool.reports()).isEqualTo(1);
  }

  @Test
  void spoolsWhatTheQueueHasNoPlaceFor() throws Exception {
    Function<Submission, CompletionStage<Acceptance>> full =
        submission -> {
          throw new IntakeFullException(7);
        };

    assertThat(keep(full, "one").status()).isEqualTo(Status.SPOOLED);
    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void keepsForADecisionByTheDrainWhatTheDatabaseRefusesForItself() throws Exception {
    database.failAt("one", FakeDatabase.failure("22021"));

    assertThat(keep("one").status()).isEqualTo(Status.SPOOLED);
    assertThat(outage.isOn()).isFalse();
    assertThat(keep("two").status()).isEqualTo(Status.STORED);
    assertThat(spool.reports()).isEqualTo(1);
  }

  @Test
  void answersNobodyBeforeTheReportIsInTheSpool() throws Exception {
    database.be(Mood.AWAY);
    CompletableFuture<Integer> inSpool =
        intake(database, PATIENCE)
            .keep(submission("one"), report("one"))
            .thenApply(delivery -> reopened().size())
            .toCompletableFuture();

    assertThat(inSpool.get(10, SECONDS)).isEqualTo(1);
  }

  @Test
  void takesALateReportOutOfTheSpoolAndCountsItOnce() throws Exception {
    database.be(Mood.HANGING);
    keep("one");
    Entry entry = spool.oldest(1).get(0);

    database.be(Mood.WELL);

    assertThat(spool.reports()).isZero();
    assertThat(reopened()).isEmpty();
    assertThat(spool.remove(entry)).as("the drain comes too late to count").isFalse();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
  }

  @Test
  void leavesItToTheDrainToCountWhatWasNotStoredLateEither() throws Exception {
    database.be(Mood.HANGING);
    keep("one");

    database.be(Mood.AWAY);

    assertThat(spool.reports()).isEqualTo(1);
    assertThat(tally.sum()).isZero();
  }

  @Test
  void countsNoLateReportThatTheDrainHasCounted() throws Exception {
    database.be(Mood.HANGING);
    keep("one");
    spool.remove(spool.oldest(1).get(0));

    database.be(Mood.WELL);

    assertThat(tally.sum()).isZero();
  }

  @Test
  void promisesNothingWhenTheSpoolIsFull() throws Exception {
    database.be(Mood.HANGING);
    keep("one");
    keep("two");
    keep("three");

    assertNowhereToStore("four");
    database.be(Mood.WELL);
    outage.end();
    database.be(Mood.HANGING);
    keep("five");
    outage.end();
    assertNowhereToStore("six"); // and yet the database stores it, late
    database.be(Mood.WELL);

    assertThat(database.stored()).containsExactlyInAnyOrder("one", "five", "six");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 2, Outcome.FAILED, 2));
    assertThat(spool.reports()).isEqualTo(2);
  }

  @Test
  void spoolsAReportWhoseCollectorIsNotKnown() throws Exception {
    Delivery delivery =
        intake(database, PATIENCE)
            .spool(report("one"), List.of("WARN_BOM"))
            .toCompletableFuture()
            .get(10, SECONDS);

    assertThat(delivery.status()).isEqualTo(Status.SPOOLED);
    assertThat(delivery.warnings()).containsExactly("WARN_BOM");
    assertThat(spool.reports()).isEqualTo(1);
  }

  private void assertNowhereToStore(String reportId) {
    assertThatThrownBy(() -> keep(reportId))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(NowhereToStoreException.class);
  }

  private Delivery keep(String reportId) throws Exception {
    return keep(database, reportId);
  }

  private Delivery keep(Function<Submission, CompletionStage<Acceptance>> store, String reportId)
      throws Exception {
    return intake(store, PATIENCE)
        .keep(submission(reportId), report(reportId))
        .toCompletableFuture()
        .get(10, SECONDS);
  }

  private DurableIntake intake(
      Function<Submission, CompletionStage<Acceptance>> store, Duration patience) {
    return new DurableIntake(store, spool, outage, tally, executor, patience);
  }

  private static Function<Submission, CompletionStage<Acceptance>> answering(
      Acceptance acceptance) {
    return submission -> CompletableFuture.completedFuture(acceptance);
  }

  private List<Entry> reopened() {
    try {
      return Spool.open(folder.resolve("spool"), new SpoolLimits(9, 100_000)).oldest(9);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Submission submission(String reportId) {
    return Posts.admitted(COLLECTOR, report(reportId));
  }

  private static SpooledReport report(String reportId) {
    return Posts.spooled(TOKEN, "example.com", reportId);
  }
}
