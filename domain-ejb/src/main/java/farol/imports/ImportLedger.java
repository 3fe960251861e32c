package farol.imports;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far each import has come. What is counted is done: a run begins behind it, whatever became of
 * the run before.
 */
@Stateless
public class ImportLedger {
  /** Runs that begin at the same item, before an import is given up. */
  private static final int MOST_ATTEMPTS = 10;

  /**
   * How long a run holds an import without a word. One whose run failed waits as long, for the
   * database may be in trouble.
   */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

  @Inject LedgerStore imports;
  @Inject ImportFolder folder;
  @Inject Clock clock;

  /** Whether there is anything to import on this node now, and nobody at it. */
  public boolean hasWork() {
    Instant now = clock.instant();
    return !imports.holdsAny(folder.holder(), Set.of(), now)
        && imports.isAnyDue(folder.node(), folder.holder(), now);
  }

  /**
   * The next import for a run of this process, which holds it from now on; so others see it at
   * once, and it counts as an attempt whatever becomes of the caller's transaction. None while
   * another run of this process is at work: each takes memory and room in the intake.
   *
   * @param own imports that the caller has held, whose ends may not be counted yet
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<TakenImport> takeUp(Set<Long> own) {
    Instant now = clock.instant();
    if (imports.holdsAny(folder.holder(), own, now)) {
      return Optional.empty();
    }
    Optional<TakenImport> due = imports.lockDue(folder.node(), folder.holder(), now);
    while (due.isPresent() && due.get().attempts() >= MOST_ATTEMPTS) {
      imports.end(due.get().id(), givenUp(due.get()), now);
      due = imports.lockDue(folder.node(), folder.holder(), now);
    }
    due.ifPresent(taken -> imports.hold(taken.id(), folder.holder(), now.plus(LONGEST_HOLD)));
    return due;
  }

  private static String givenUp(TakenImport stuck) {
    return "given up after "
        + MOST_ATTEMPTS
        + " attempts at item "
        + (stuck.next() + 1)
        + "; the server's log says why";
  }

  /**
   * Holds an import for some more time, seen by others at once.
   *
   * @return whether it is still to be worked on: it may have been cancelled, or its account deleted
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean hold(long id) {
    return imports.holdOn(id, clock.instant().plus(LONGEST_HOLD));
  }

  /**
   * Counts items once all of them have come to their ends, and ends the imports that do.
   *
   * @param items in the order in which a run came to them; none of them only {@code Found}
   * @throws java.util.concurrent.CompletionException if the database did not take one of them
   */
  public void takeIn(List<ImportItem> items) {
    List<ImportItem.Storing> toCount = new ArrayList<>();
    for (ImportItem item : items) {
      if (item instanceof ImportItem.Storing storing) {
        toCount.add(storing);
      } else {
        count(toCount);
        toCount.clear();
        imports.end(item.importId(), ((ImportItem.End) item).failure(), clock.instant());
      }
    }
    count(toCount);
  }

  /** All of one import. */
  private void count(List<ImportItem.Storing> items) {
    if (items.isEmpty()) {
      return;
    }
    ImportItem.Storing last = items.get(items.size() - 1);
    imports
        .lockCounts(last.importId())
        .ifPresent(
            before -> {
              Tally tally = new Tally(before);
              items.forEach(tally::add);
              imports.list(last.importId(), tally.refusals());
              imports.count(
                  last.importId(),
                  tally.counts(),
                  last.readBytes(),
                  clock.instant().plus(LONGEST_HOLD));
            });
  }
}
