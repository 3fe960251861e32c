package farol.domain.report;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.store.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class IntakeQueueTest {
  private static final int MOST_IN_BATCH = 4;
  private static final int MOST_WAITING = 6;
  private static final Map<Integer, Submission> NUMBERED = new ConcurrentHashMap<>();
  private static final Submission POISON = numbered(666);

  private final GatedStore store = new GatedStore();
  private final IntakeQueue queue = new IntakeQueue(MOST_IN_BATCH, MOST_WAITING, store::store);
  private final Thread writer = new Thread(queue, "test-intake");

  @AfterEach
  void stopWriter() throws InterruptedException {
    store.openFor(1_000);
    queue.close();
    writer.join(SECONDS.toMillis(10));
    assertThat(writer.isAlive()).isFalse();
  }

  @Test
  void storesASingleReportWithoutWaitingForMore() throws Exception {
    store.openFor(1);
    writer.start();

    assertThat(outcome(submit(numbered(1)))).isEqualTo(Acceptance.STORED);
    assertThat(store.batches()).containsExactly(List.of(numbered(1)));
  }

  @Test
  void storesTogetherWhateverQueuedMeanwhileUpToTheLargestBatch() throws Exception {
    writer.start();
    CompletableFuture<Acceptance> first = submit(numbered(0));
    store.awaitEntered(1);
    List<CompletableFuture<Acceptance>> others =
        IntStream.rangeClosed(1, MOST_WAITING).mapToObj(i -> submit(numbered(i))).toList();
    store.openFor(3);

    outcome(first);
    for (CompletableFuture<Acceptance> other : others) {
      outcome(other);
    }
    assertThat(store.batches())
        .containsExactly(
            List.of(numbered(0)),
            List.of(numbered(1), numbered(2), numbered(3), numbered(4)),
            List.of(numbered(5), numbered(6)));
  }

  @Test
  void givesEachSubmitterItsOwnOutcome() throws Exception {
    store.answer(
        submission -> submission.equals(numbered(2)) ? Acceptance.DUPLICATE : Acceptance.STORED);
    List<CompletableFuture<Acceptance>> outcomes =
        IntStream.rangeClosed(1, 3).mapToObj(i -> submit(numbered(i))).toList();
    store.openFor(1);
    writer.start();

    assertThat(outcome(outcomes.get(0))).isEqualTo(Acceptance.STORED);
    assertThat(outcome(outcomes.get(1))).isEqualTo(Acceptance.DUPLICATE);
    assertThat(outcome(outcomes.get(2))).isEqualTo(Acceptance.STORED);
  }

  @Test
  void tellsNoOutcomeBeforeTheStoreHasReturned() throws Exception {
    writer.start();
    CompletableFuture<Acceptance> outcome = submit(numbered(1));
    store.awaitEntered(1);

    assertThat(outcome).isNotDone();
    store.openFor(1);
    assertThat(outcome(outcome)).isEqualTo(Acceptance.STORED);
  }

  @Test
  void failsOnlyTheReportThatTheDatabaseRefuses() throws Exception {
    store.failAt(
        POISON,
        () -> {
          throw new DatabaseException("insert", new SQLException("refused", "22021"));
        });
    CompletableFuture<Acceptance> before = submit(numbered(1));
    CompletableFuture<Acceptance> poisoned = submit(POISON);
    CompletableFuture<Acceptance> after = submit(numbered(2));
    store.openFor(4); // together, then one by one
    writer.start();

    assertThat(outcome(before)).isEqualTo(Acceptance.STORED);
    assertThat(outcome(after)).isEqualTo(Acceptance.STORED);
    assertFailsWith(poisoned, DatabaseException.class);
  }

  @Test
  void triesNoBatchAgainOneByOneOnADatabaseThatIsAway() throws Exception {
    store.failAt(
        POISON,
        () -> {
          throw new DatabaseException("insert", new SQLException("connection refused", "08001"));
        });
    CompletableFuture<Acceptance> one = submit(numbered(1));
    CompletableFuture<Acceptance> other = submit(POISON);
    store.openFor(1);
    writer.start();

    assertFailsWith(one, DatabaseException.class);
    assertFailsWith(other, DatabaseException.class);
    assertThat(store.batches()).isEmpty();
  }

  @Test
  void failsOnlyTheReportThatABugStopsAt() throws Exception {
    store.failAt(
        POISON,
        () -> {
          throw new IllegalStateException("a test's");
        });
    CompletableFuture<Acceptance> before = submit(numbered(1));
    CompletableFuture<Acceptance> poisoned = submit(POISON);
    store.openFor(3); // together, then one by one
    writer.start();

    assertThat(outcome(before)).isEqualTo(Acceptance.STORED);
    assertFailsWith(poisoned, IllegalStateException.class);
  }

  @Test
  void takesNoMoreThanMayWait() throws Exception {
    List<CompletableFuture<Acceptance>> waiting =
        IntStream.rangeClosed(1, MOST_WAITING).mapToObj(i -> submit(numbered(i))).toList();

    assertThat(queue.size()).isEqualTo(MOST_WAITING);
    assertThatExceptionOfType(IntakeFullException.class)
        .isThrownBy(() -> submit(numbered(7)))
        .withMessageContaining("6");
    store.openFor(1_000);
    writer.start();
    for (CompletableFuture<Acceptance> each : waiting) {
      assertThat(outcome(each)).isEqualTo(Acceptance.STORED);
    }
  }

  @Test
  void storesWhatWaitsBeforeItEnds() throws Exception {
    List<CompletableFuture<Acceptance>> waiting =
        IntStream.rangeClosed(1, MOST_WAITING).mapToObj(i -> submit(numbered(i))).toList();
    queue.close();
    store.openFor(1_000);
    writer.start();
    writer.join(SECONDS.toMillis(10));

    assertThat(waiting)
        .allSatisfy(each -> assertThat(each).isCompletedWithValue(Acceptance.STORED));
  }

  @Test
  void takesNothingAfterItHasBeenClosed() {
    queue.close();

    assertThatThrownBy(() -> submit(numbered(1))).isInstanceOf(IntakeFullException.class);
  }

  @Test
  void outlivesABug() throws Exception {
    store.failAt(
        POISON,
        () -> {
          throw new IllegalStateException("a test's");
        });
    store.openFor(2);
    writer.start();

    assertFailsWith(submit(POISON), IllegalStateException.class);
    assertThat(outcome(submit(numbered(1)))).isEqualTo(Acceptance.STORED);
  }

  @Test
  void outlivesAReportForWhichMemoryRunsOut() throws Exception {
    store.failAt(
        POISON,
        () -> {
          throw new OutOfMemoryError("a test's");
        });
    store.openFor(2);
    writer.start();

    assertFailsWith(submit(POISON), OutOfMemoryError.class);
    assertThat(outcome(submit(numbered(1)))).isEqualTo(Acceptance.STORED);
  }

  @Test
  void tellsThoseWhoStillWaitWhenItsThreadIsInterrupted() throws Exception {
    List<CompletableFuture<Acceptance>> waiting =
        IntStream.rangeClosed(1, MOST_WAITING).mapToObj(i -> submit(numbered(i))).toList();
    writer.start();
    store.awaitEntered(1);
    writer.interrupt();
    store.openFor(1);

    assertThat(outcome(waiting.get(0))).isEqualTo(Acceptance.STORED);
    assertFailsWith(waiting.get(MOST_WAITING - 1), IntakeFullException.class);
    assertThatThrownBy(() -> submit(numbered(7))).isInstanceOf(IntakeFullException.class);
  }

  private CompletableFuture<Acceptance> submit(Submission submission) {
    return queue.submit(submission).toCompletableFuture();
  }

  private static Acceptance outcome(CompletableFuture<Acceptance> outcome)
      throws ExecutionException, InterruptedException, TimeoutException {
    return outcome.get(5, SECONDS);
  }

  private static void assertFailsWith(
      CompletableFuture<Acceptance> outcome, Class<? extends Throwable> failure) {
    assertThatThrownBy(() -> outcome(outcome))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(failure);
  }

  /** The same object for the same number, as a submission's bytes have no equality. */
  private static Submission numbered(int number) {
    return NUMBERED.computeIfAbsent(number, n -> Submissions.numbered(1, n));
  }
}
