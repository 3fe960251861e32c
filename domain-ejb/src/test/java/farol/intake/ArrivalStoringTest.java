package farol.intake;

import static farol.intake.FakeDatabase.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.report.Acceptance;
import farol.domain.report.IntakeFullException;
import farol.domain.report.Origin;
import farol.domain.report.ReportIntake;
import farol.domain.report.Reports;
import farol.domain.report.Submission;
import farol.domain.report.Submissions;
import farol.intake.Judged.Admitted;
import farol.store.DatabaseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of reports that arrived when the database does not just take them. */
class ArrivalStoringTest {
  private final Tally tally = new Tally();

  @ParameterizedTest
  @ValueSource(strings = {"22021", "23514", "54000"})
  void whatTheDatabaseRefusesForItsValuesIsRefused(String sqlState) {
    assertThat(store(submission -> CompletableFuture.failedFuture(failure(sqlState)), 1))
        .isEqualTo(
            new Ending(Verdict.REFUSED, "NOT_STORABLE", "the database refuses what it says"));
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.REFUSED, 1));
    assertThat(tally.receivedSoFar()).isEqualTo(1);
  }

  @Test
  void whatFailsByAFaultOfOursIsRefusedAndKeepsNoneWaiting() {
    assertThat(
            store(
                    submission ->
                        CompletableFuture.failedFuture(new IllegalStateException("a bug")),
                    1)
                .code())
        .isEqualTo("NOT_STORABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "53100", "57P01"})
  void whatADatabaseInTroubleDoesNotTakeIsToBeTriedAgain(String sqlState) {
    assertThatThrownBy(
            () -> store(submission -> CompletableFuture.failedFuture(failure(sqlState)), 1))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(DatabaseException.class);
    assertThat(tally.receivedSoFar()).as("counted when it has come to its end").isZero();
    assertThat(tally.counts()).isEmpty();
  }

  @Test
  void whatThereIsNoRoomForIsToBeTriedAgain() {
    assertThatThrownBy(
            () ->
                store(
                    submission -> {
                      throw new IntakeFullException(1);
                    },
                    1))
        .hasCauseInstanceOf(IntakeFullException.class);
  }

  @Test
  void oneAccountsTroubleIsTriedAgainForBoth() {
    assertThatThrownBy(
            () ->
                store(
                    submission ->
                        submission.domainId() == 0
                            ? CompletableFuture.completedFuture(Acceptance.STORED)
                            : CompletableFuture.failedFuture(failure("08001")),
                    2))
        .hasCauseInstanceOf(DatabaseException.class);
  }

  @Test
  void refusalByValuesHidesNoTrouble() {
    assertThatThrownBy(
            () ->
                store(
                    submission ->
                        CompletableFuture.failedFuture(
                            failure(submission.domainId() == 0 ? "22021" : "08001")),
                    2))
        .hasCauseInstanceOf(DatabaseException.class);
  }

  @Test
  void bestOfWhatBecameOfItCounts() {
    List<Acceptance> acceptances =
        List.of(Acceptance.DOMAIN_GONE, Acceptance.DUPLICATE, Acceptance.CONFLICTING);
    Function<Submission, CompletionStage<Acceptance>> database =
        submission ->
            CompletableFuture.completedFuture(acceptances.get((int) submission.domainId()));

    assertThat(store(database, 1).verdict()).isEqualTo(Verdict.FOREIGN);
    assertThat(store(database, 2).verdict()).isEqualTo(Verdict.DUPLICATE);
    assertThat(store(database, 3).verdict()).isEqualTo(Verdict.STORED);
    assertThat(
            store(
                    submission ->
                        submission.domainId() == 0
                            ? CompletableFuture.failedFuture(failure("22021"))
                            : CompletableFuture.completedFuture(Acceptance.STORED),
                    2)
                .verdict())
        .isEqualTo(Verdict.STORED);
  }

  @Test
  void nothingIsAdmittedForNobody() {
    assertThatThrownBy(() -> new Admitted(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /** A report for the first so many domains. */
  private Ending store(Function<Submission, CompletionStage<Acceptance>> database, int domains) {
    ReportArrivals arrivals = new ReportArrivals();
    arrivals.counters = Arrivals.counters(tally);
    arrivals.intake =
        new ReportIntake() {
          @Override
          public CompletionStage<Acceptance> submit(Submission submission) {
            return database.apply(submission);
          }
        };
    List<Submission> submissions =
        LongStream.range(0, domains)
            .mapToObj(domain -> Submissions.of(domain, Reports.full()).from(Origin.HTTPS))
            .toList();
    return arrivals.store(new Admitted(submissions)).toCompletableFuture().join();
  }
}
