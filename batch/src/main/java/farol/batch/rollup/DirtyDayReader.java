package farol.batch.rollup;

import farol.batch.kit.PagedReader;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the domains and days to recompute in order. */
@Named
@Dependent
public class DirtyDayReader extends PagedReader<DomainDay, DomainDay> {
  @Inject RollupService rollups;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public DirtyDayReader() {
    super(DomainDay.class, DomainDay.FIRST);
  }

  @Override
  protected List<DomainDay> page(DomainDay after, int most) {
    return rollups.dirty(after, most);
  }

  @Override
  protected DomainDay placeOf(DomainDay day) {
    return day;
  }
}
