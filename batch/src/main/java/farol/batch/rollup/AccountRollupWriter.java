package farol.batch.rollup;

import farol.domain.trend.AccountDay;
import farol.domain.trend.RollupService;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Recomputes a chunk of accounts and days; doing so twice gives the same. */
@Named
@Dependent
public class AccountRollupWriter extends AbstractItemWriter {
  @Inject RollupService rollups;

  @Override
  public void writeItems(List<Object> items) {
    items.forEach(item -> rollups.recompute((AccountDay) item));
  }
}
