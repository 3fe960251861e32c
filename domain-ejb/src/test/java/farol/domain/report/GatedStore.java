package farol.domain.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store in memory that lets a test decide when a batch is stored, and which report can't be. */
final class GatedStore {
  private final List<List<Submission>> batches = new CopyOnWriteArrayList<>();
  private final Semaphore entered = new Semaphore(0);
  private final Semaphore open = new Semaphore(0);
  private volatile Function<Submission, Acceptance> answer = submission -> Acceptance.STORED;
  private volatile @Nullable Submission poison;
  private volatile Runnable failure = () -> {};

  List<Acceptance> store(List<Submission> batch) {
    entered.release();
    open.acquireUninterruptibly();
    Submission refused = poison;
    if (refused != null && batch.contains(refused)) {
      failure.run();
    }
    batches.add(batch);
    return batch.stream().map(answer).toList();
  }

  /** Lets as many more batches through. */
  void openFor(int more) {
    open.release(more);
  }

  /** Waits until as many more batches have come to the gate. */
  void awaitEntered(int more) throws InterruptedException {
    if (!entered.tryAcquire(more, 5, TimeUnit.SECONDS)) {
      throw new AssertionError("no batch came");
    }
  }

  void answer(Function<Submission, Acceptance> answer) {
    this.answer = answer;
  }

  /** Does {@code failure}, which throws, whenever a batch has {@code poison} in it. */
  void failAt(Submission poison, Runnable failure) {
    this.failure = failure;
    this.poison = poison;
  }

  /** What was stored, in order. */
  List<List<Submission>> batches() {
    return List.copyOf(batches);
  }
}
