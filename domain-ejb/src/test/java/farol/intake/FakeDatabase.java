package farol.intake;

import farol.domain.report.Acceptance;
import farol.domain.report.Submission;
import farol.store.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Stores reports in memory, by their ids, as well as a test lets it. Safe for many threads. */
final class FakeDatabase implements Function<Submission, CompletionStage<Acceptance>> {
  /** How it fares. */
  enum Mood {
    WELL,
    /** Refuses everything at once. */
    AWAY,
    /** Answers when it is well again. */
    HANGING
  }

  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final List<Submission> asked = new CopyOnWriteArrayList<>();
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
  private final List<Runnable> hanging = new ArrayList<>();
  private Mood mood = Mood.WELL;

  @Override
  public CompletionStage<Acceptance> apply(Submission submission) {
    asked.add(submission);
    CompletableFuture<Acceptance> outcome = new CompletableFuture<>();
    if (!hangs(() -> answer(submission, outcome))) {
      answer(submission, outcome);
    }
    return outcome;
  }

  private synchronized boolean hangs(Runnable answer) {
    return mood == Mood.HANGING && hanging.add(answer);
  }

  private void answer(Submission submission, CompletableFuture<Acceptance> outcome) {
    RuntimeException failure =
        isAway() ? failure("08001") : failures.get(submission.report().reportId());
    if (failure != null) {
      outcome.completeExceptionally(failure);
    } else {
      outcome.complete(
          stored.add(submission.report().reportId()) ? Acceptance.STORED : Acceptance.DUPLICATE);
    }
  }

  private synchronized boolean isAway() {
    return mood == Mood.AWAY;
  }

  synchronized boolean answers() {
    return mood == Mood.WELL;
  }

  /** Changes; what hangs is answered, unless it goes on hanging. */
  void be(Mood next) {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      mood = next;
      if (next != Mood.HANGING) {
        answers.addAll(hanging);
        hanging.clear();
      }
    }
    answers.forEach(Runnable::run);
  }

  /** Fails whenever it is to store a report of this id. */
  void failAt(String reportId, RuntimeException failure) {
    failures.put(reportId, failure);
  }

  /** As PostgreSQL and its driver put it. */
  static DatabaseException failure(String sqlState) {
    return new DatabaseException("insert", new SQLException("refused", sqlState));
  }

  /** The ids of what it has. */
  Set<String> stored() {
    return Set.copyOf(stored);
  }

  /** What it was asked to store, in order. */
  List<Submission> asked() {
    return List.copyOf(asked);
  }

  /** The ids of those. */
  List<String> askedIds() {
    return asked.stream().map(submission -> submission.report().reportId()).toList();
  }
}
