package farol.domain.report;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import farol.store.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Group commit: one writer takes whatever has queued while it stored the batch before, and stores
 * it in one transaction. Nothing waits for a batch to fill, so a single report is stored at once
 * and a flood is stored in large batches.
 *
 * <p>Submitters learn of the outcome after the commit, on the writer's thread, before it takes the
 * next batch: so the answers of one batch can bring the reports of the next.
 */
final class IntakeQueue implements Runnable {
  private static final System.Logger LOGGER = System.getLogger(IntakeQueue.class.getName());

  private static final Duration LONGEST_GATHERING = Duration.ofMillis(50);

  private final BlockingQueue<Waiting> queue;
  private final int mostInBatch;
  private final int mostWaiting;
  private final Function<List<Submission>, List<Acceptance>> store;
  private volatile boolean closing;
  private volatile boolean ended;

  // The writer's own: how long the last batch took to store, and how large batches were lately.
  private long lastStoreNanos;
  private int lately = 1;

  private record Waiting(Submission submission, CompletableFuture<Acceptance> outcome) {}

  /**
   * @param store stores all in one transaction, or none and throws; answers in the same order
   */
  IntakeQueue(
      int mostInBatch, int mostWaiting, Function<List<Submission>, List<Acceptance>> store) {
    this.queue = new LinkedBlockingQueue<>(mostWaiting);
    this.mostInBatch = mostInBatch;
    this.mostWaiting = mostWaiting;
    this.store = store;
  }

  /**
   * Queues a report.
   *
   * @throws IntakeFullException if too many wait
   */
  CompletionStage<Acceptance> submit(Submission submission) {
    Waiting waiting = new Waiting(submission, new CompletableFuture<>());
    if (closing || ended || !queue.offer(waiting)) {
      throw new IntakeFullException(mostWaiting);
    }
    if (ended) {
      refuseAll(); // the writer may have ended just before it could see this one
    }
    return waiting.outcome();
  }

  int size() {
    return queue.size();
  }

  /** Takes no more, and ends {@link #run} once the queue is empty. */
  void close() {
    closing = true;
  }

  @Override
  public void run() {
    try {
      while (!closing || !queue.isEmpty()) {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          storeAll(batchFrom(first));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      refuseAll();
    }
  }

  private void refuseAll() {
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      next.outcome().completeExceptionally(new IntakeFullException(mostWaiting));
    }
  }

  /**
   * All that has queued. Where reports come in numbers, also those on the heels of the last one:
   * until as many are together as lately, as long as each comes within a quarter of the time that
   * the last batch took to store, and for twice that time at most. A report that comes alone is
   * never made to wait.
   */
  private List<Waiting> batchFrom(Waiting first) throws InterruptedException {
    List<Waiting> batch = new ArrayList<>(List.of(first));
    queue.drainTo(batch, mostInBatch - batch.size());
    long deadline = System.nanoTime() + 2 * lastStoreNanos;
    boolean coming = true;
    while (coming && batch.size() < Math.min(lately, mostInBatch) && System.nanoTime() < deadline) {
      Waiting next = queue.poll(lastStoreNanos / 4, TimeUnit.NANOSECONDS);
      coming = next != null;
      if (next != null) {
        batch.add(next);
        queue.drainTo(batch, mostInBatch - batch.size());
      }
    }
    lately = Math.max(batch.size(), lately - 1 - lately / 16);
    return batch;
  }

  @SuppressWarnings(
      "IllegalCatch") // the writer must outlive anything, and no sender may wait for ever
  private void storeAll(List<Waiting> batch) {
    try {
      long start = System.nanoTime();
      List<Acceptance> outcomes = store.apply(batch.stream().map(Waiting::submission).toList());
      lastStoreNanos = Math.min(System.nanoTime() - start, LONGEST_GATHERING.toNanos() / 2);
      for (int i = 0; i < outcomes.size(); i++) {
        batch.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (@SuppressWarnings("IllegalCatch") RuntimeException | Error failure) {
      replay(batch, failure);
    }
  }

  /** One by one, so that one report can't fail another; unless it is no report's fault. */
  private void replay(List<Waiting> batch, Throwable failure) {
    if (failure instanceof DatabaseException trouble && !trouble.isAboutValues()) {
      batch.forEach(waiting -> waiting.outcome().completeExceptionally(failure));
      return;
    }
    if (batch.size() > 1) {
      LOGGER.log(
          WARNING,
          () ->
              "a batch of "
                  + batch.size()
                  + " reports failed and is stored one by one: "
                  + failure);
      batch.forEach(waiting -> storeAll(List.of(waiting)));
      return;
    }
    LOGGER.log(ERROR, "a report could not be stored", failure);
    batch.get(0).outcome().completeExceptionally(failure);
  }
}
