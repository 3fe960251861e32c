package farol.batch.rollup;

import farol.batch.kit.PagedReader;
import farol.domain.diagnosis.ProblemService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the keys of the domains to diagnose in order. */
@Named
@Dependent
public class ChangedDomainReader extends PagedReader<Long, Long> {
  @Inject ProblemService problems;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public ChangedDomainReader() {
    super(Long.class, 0L);
  }

  @Override
  protected List<Long> page(Long after, int most) {
    return problems.due(after, most);
  }

  @Override
  protected Long placeOf(Long domainId) {
    return domainId;
  }
}
