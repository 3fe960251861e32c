package farol.batch.recheck;

import farol.batch.kit.PagedReader;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.posture.DomainAnswers;
import farol.domain.posture.Recheck;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the domains that are due in the order of their keys, and has them looked at some time
 * before it hands them out: so DNS is at work on the next ones while a chunk is written. What is
 * under way when a run is stopped or killed has not been handed out, and is begun again.
 */
@Named
@Dependent
public class DueDomainReader extends PagedReader<DueDomain, Long> {
  @Inject @BatchProperty String ahead;
  @Inject MonitoredDomainService domains;
  @Inject Recheck recheck;

  private final Deque<DomainAnswers> underWay = new ArrayDeque<>();
  private boolean isAtEnd;
  private long handedOut;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public DueDomainReader() {
    super(Long.class, 0L);
  }

  @Override
  public @Nullable Object readItem() {
    lookAhead();
    @Nullable DomainAnswers first = underWay.poll();
    if (first != null) {
      handedOut = first.domainId();
    }
    return first;
  }

  private void lookAhead() {
    int most = Integer.parseInt(ahead);
    while (!isAtEnd && underWay.size() < most) {
      @Nullable Object next = super.readItem();
      if (next == null) {
        isAtEnd = true;
      } else {
        underWay.add(recheck.ask((DueDomain) next));
      }
    }
  }

  @Override
  public Serializable checkpointInfo() {
    return underWay.isEmpty() ? super.checkpointInfo() : handedOut;
  }

  @Override
  protected List<DueDomain> page(Long after, int most) {
    return domains.due(after, most);
  }

  @Override
  protected Long placeOf(DueDomain domain) {
    return domain.id();
  }
}
