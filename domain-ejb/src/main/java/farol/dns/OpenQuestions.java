package farol.dns;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many questions be open at once: a resolver loses those that come faster than it can
 * take them in. The others wait in the order of their coming, and on no thread. A question that
 * stays open for long makes way for another: the resolver has taken it in by then, and domains with
 * dead servers must not keep others waiting.
 */
final class OpenQuestions {
  private final int most;
  private final Duration patience;
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int open;

  /**
   * @param patience after which an open question makes way
   */
  OpenQuestions(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  /** Completes as the question does, which is asked as soon as it may be. */
  <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
    CompletableFuture<Void> turn = turn();
    CompletableFuture<T> answer = turn.thenCompose(now -> question.get());
    var unused =
        turn.thenCompose(now -> answer.copy().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS))
            .whenComplete((any, failure) -> makeWay());
    return answer;
  }

  private synchronized CompletableFuture<Void> turn() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    if (open < most) {
      open++;
      turn.complete(null);
    } else {
      waiting.add(turn);
    }
    return turn;
  }

  private void makeWay() {
    @Nullable CompletableFuture<Void> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        open--;
      }
    }
    if (next != null) {
      next.complete(null);
    }
  }
}
