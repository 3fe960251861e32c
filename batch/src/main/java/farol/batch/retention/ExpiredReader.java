package farol.batch.retention;

import farol.domain.keeping.Expired;
import farol.domain.keeping.RetentionService;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads what has been kept for long enough, in order; the checkpoint is the last one read. */
@Named
@Dependent
public class ExpiredReader extends AbstractItemReader {
  @Inject RetentionService retention;

  private final Deque<Expired> left = new ArrayDeque<>();
  private @Nullable Expired last;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    last = (Expired) checkpoint;
    retention.expired().stream()
        .filter(expired -> last == null || expired.compareTo(last) > 0)
        .forEach(left::add);
  }

  @Override
  public @Nullable Object readItem() {
    Expired next = left.poll();
    if (next != null) {
      last = next;
    }
    return next;
  }

  @Override
  public @Nullable Serializable checkpointInfo() {
    return last;
  }
}
