package farol.batch.reprocess;

import farol.intake.Kept;
import farol.intake.Rereading;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds all bytes that are kept, in order; the checkpoint is the last one found. */
@Named
@Dependent
public class KeptReader extends AbstractItemReader {
  @Inject Rereading rereading;

  /** Only what came for this domain; empty: all. */
  @Inject @BatchProperty @Nullable String domain;

  @Inject @BatchProperty String pageSize;

  private final Deque<Kept> page = new ArrayDeque<>();
  private Kept last = Kept.NONE;
  private int size;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    size = Integer.parseInt(pageSize);
    if (checkpoint instanceof Kept kept) {
      last = kept;
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (page.isEmpty()) {
      page.addAll(rereading.kept(domain == null || domain.isEmpty() ? null : domain, last, size));
    }
    @Nullable Kept next = page.poll();
    if (next != null) {
      last = next;
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
