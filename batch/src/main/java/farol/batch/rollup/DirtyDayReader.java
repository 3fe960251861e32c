package farol.batch.rollup;

import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads the domains and days to recompute in order; the checkpoint is the last one read. */
@Named
@Dependent
public class DirtyDayReader extends AbstractItemReader {
  @Inject RollupService rollups;

  @Inject @BatchProperty String pageSize;

  private final Deque<DomainDay> page = new ArrayDeque<>();
  private DomainDay last = DomainDay.FIRST;
  private int size;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    size = Integer.parseInt(pageSize);
    if (checkpoint instanceof DomainDay day) {
      last = day;
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (page.isEmpty()) {
      page.addAll(rollups.dirty(last, size));
    }
    DomainDay next = page.poll();
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
