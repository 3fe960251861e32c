package farol.batch.rollup;

import farol.batch.kit.PagedReader;
import farol.domain.trend.AccountDay;
import farol.domain.trend.RollupService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Reads the accounts and days to recompute in order. */
@Named
@Dependent
public class DirtyAccountReader extends PagedReader<AccountDay, AccountDay> {
  @Inject RollupService rollups;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public DirtyAccountReader() {
    super(AccountDay.class, AccountDay.FIRST);
  }

  @Override
  protected List<AccountDay> page(AccountDay after, int most) {
    return rollups.dirtyOfAccounts(after, most);
  }

  @Override
  protected AccountDay placeOf(AccountDay day) {
    return day;
  }
}
