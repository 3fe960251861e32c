package farol.domain.trend;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Keeps roll-ups equal to what is stored. Intake marks a domain and day as dirty in the transaction
 * that stores a report; a recomputation starts from the rows, so it may be repeated, interrupted or
 * run twice at once without harm.
 */
@Stateless
public class RollupService {
  @Inject RollupStore rollups;
  @Inject AccountRollupStore accounts;
  @Inject Clock clock;

  /** Domains and days to be recomputed, in order, after the one given. */
  public List<DomainDay> dirty(DomainDay after, int most) {
    return rollups.dirty(after, most);
  }

  /**
   * Recomputes one domain and day from its rows. Does nothing where the domain is gone, and leaves
   * a day as it is of which some reports are no longer kept.
   */
  public void recompute(DomainDay day) {
    if (rollups.lock(day)) {
      List<Long> marks = rollups.marks(day);
      if (!rollups.isFrozen(day)) {
        rollups.recompute(day, clock.instant());
        rollups.markAccountDay(day);
      }
      rollups.clearMarks(marks);
    }
  }

  /** Accounts and days to be recomputed, in order, after the one given. */
  public List<AccountDay> dirtyOfAccounts(AccountDay after, int most) {
    return accounts.dirty(after, most);
  }

  /** Recomputes all verified domains of an account together for a day, from their roll-ups. */
  public void recompute(AccountDay day) {
    boolean exists = accounts.lock(day);
    List<Long> marks = accounts.marks(day);
    if (exists) {
      accounts.recompute(day);
    }
    accounts.clearMarks(marks);
  }
}
