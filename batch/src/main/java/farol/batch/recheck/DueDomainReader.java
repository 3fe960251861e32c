package farol.batch.recheck;

import farol.batch.kit.PagedReader;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomainService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the domains that are due in the order of their keys. */
@Named
@Dependent
public class DueDomainReader extends PagedReader<DueDomain, Long> {
  @Inject MonitoredDomainService domains;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public DueDomainReader() {
    super(Long.class, 0L);
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
