package farol.probe;

import farol.network.Continuations;
import farol.network.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets tasks for the same target run one after the other, in the order of their coming. Nobody
 * waits on a thread, and nothing is done for somebody who has waited for too long: else a slow
 * server that is asked again and again would have an ever longer queue.
 *
 * @param <K> what a target is
 */
public final class Turns<K> {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ConcurrentMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private final Duration patience;

  /** With a wait of a minute at most. */
  public Turns() {
    this(PATIENCE);
  }

  Turns(Duration patience) {
    this.patience = patience;
  }

  /**
   * Runs a task as soon as the earlier ones for its target have ended, well or not.
   *
   * @param tooLate the result if that takes too long
   */
  public <T> CompletionStage<T> take(K target, Supplier<CompletionStage<T>> task, T tooLate) {
    Deadline deadline = Deadline.in(patience);
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> before = last.put(target, end);
    CompletableFuture<Void> start =
        before == null ? CompletableFuture.completedFuture(null) : before;
    // On another thread, lest a long queue that is too late ends in as deep a stack.
    return start
        .thenComposeAsync(
            turn -> deadline.hasPassed() ? CompletableFuture.completedStage(tooLate) : task.get(),
            Continuations.THREADS)
        .whenComplete(
            (result, failure) -> {
              last.remove(target, end);
              end.complete(null);
            });
  }
}
