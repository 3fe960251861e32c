package farol.smtp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets tasks for the same target run one after the other, in the order of their coming. Nobody
 * waits on a thread.
 *
 * @param <K> what a target is
 */
final class Turns<K> {
  private final ConcurrentMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /** Runs a task as soon as the earlier ones for its target have ended, well or not. */
  <T> CompletionStage<T> take(K target, Supplier<CompletionStage<T>> task) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> before = last.put(target, end);
    CompletableFuture<Void> start =
        before == null ? CompletableFuture.completedFuture(null) : before;
    return start
        .thenCompose(turn -> task.get())
        .whenComplete(
            (result, failure) -> {
              last.remove(target, end);
              end.complete(null);
            });
  }
}
