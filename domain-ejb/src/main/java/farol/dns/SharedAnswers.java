package farol.dns;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets who asks a question that is open already wait for the same answer: domains that share mail
 * servers or parents are looked at together, and would ask their resolver the same again and again.
 * Nothing is remembered once it is answered.
 *
 * @param <K> a question
 * @param <T> its answer; all who asked get the same object
 */
final class SharedAnswers<K, T> {
  private final ConcurrentMap<K, CompletableFuture<T>> open = new ConcurrentHashMap<>();

  /** Completes as the question does, which is asked unless it is open. */
  CompletableFuture<T> to(K question, Supplier<CompletableFuture<T>> ask) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    CompletableFuture<T> earlier = open.putIfAbsent(question, answer);
    if (earlier != null) {
      return earlier.copy();
    }
    var unused =
        ask.get()
            .whenComplete(
                (value, failure) -> {
                  open.remove(question, answer);
                  if (failure == null) {
                    answer.complete(value);
                  } else {
                    answer.completeExceptionally(failure);
                  }
                });
    return answer.copy();
  }
}
