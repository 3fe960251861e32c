package farol.network;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Where work goes on once something outside has answered, so that the thread that reads the answers
 * can read the next one.
 */
public final class Continuations {
  /**
   * As many threads as there are processors; none may wait for anything. With one or two processors
   * {@link java.util.concurrent.CompletableFuture} takes no common pool, but starts a thread for
   * each task, which costs far more than the task: 0.4 ms were measured.
   */
  public static final Executor THREADS =
      new ForkJoinPool(Runtime.getRuntime().availableProcessors());

  private Continuations() {}
}
