package farol.domain.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what. A change and its entry are of one transaction, so there is never one without
 * the other. What can't be in its caller's transaction, as the start of a job, is begun once its
 * entry is stored: then an entry may tell of what was asked for and failed, but nothing is done
 * without one.
 */
@Stateless
public class AuditLog {
  @Inject AuditStore entries;
  @Inject Clock clock;

  /** Writes down what the thread's {@link Actor} changes in an account. */
  public void record(long accountId, Change change) {
    entries.add(new AuditEntry(clock.instant(), Actor.current(), accountId, change));
  }

  /** Writes down a change that belongs to no account. */
  public void record(Change change) {
    entries.add(new AuditEntry(clock.instant(), Actor.current(), null, change));
  }

  /**
   * A page of entries, the latest first.
   *
   * @param skipped how many to leave out, 0 or more
   * @param most 1 to 500
   */
  public List<AuditEntry> list(AuditFilter filter, int skipped, int most) {
    if (skipped < 0 || most < 1 || most > 500) {
      throw new IllegalArgumentException("from " + skipped + " on at most " + most + " entries");
    }
    return entries.list(filter, Long.MAX_VALUE, skipped, most);
  }

  /**
   * A piece of the same list for whoever reads all of it, also while others are written: the
   * entries after one of them.
   *
   * @param last null: from the first on
   */
  public List<AuditEntry> after(AuditFilter filter, @Nullable AuditEntry last, int most) {
    return entries.list(filter, last == null ? Long.MAX_VALUE : last.id(), 0, most);
  }

  public long count(AuditFilter filter) {
    return entries.count(filter);
  }
}
