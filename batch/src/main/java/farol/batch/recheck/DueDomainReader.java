package farol.batch.recheck;

import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomainService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the domains that are due in the order of their keys; the checkpoint is the last key read.
 */
@Named
@Dependent
public class DueDomainReader extends AbstractItemReader {
  @Inject MonitoredDomainService domains;

  @Inject @BatchProperty String pageSize;

  private final Deque<DueDomain> page = new ArrayDeque<>();
  private long last;
  private int size;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    size = Integer.parseInt(pageSize);
    if (checkpoint instanceof Long key) {
      last = key;
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (page.isEmpty()) {
      page.addAll(domains.due(last, size));
    }
    DueDomain next = page.poll();
    if (next != null) {
      last = next.id();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
