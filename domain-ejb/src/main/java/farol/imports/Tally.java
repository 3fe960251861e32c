package farol.imports;

import farol.intake.Ending;
import farol.intake.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What became of some items of an import, added to what became of those before. */
final class Tally {
  private final List<ImportRefusal> refusals = new ArrayList<>();
  private ImportCounts counts;

  Tally(ImportCounts before) {
    this.counts = before;
  }

  /**
   * Adds the next item; waits until it is stored.
   *
   * @throws java.util.concurrent.CompletionException if the database did not take it
   * @throws IllegalStateException if it is not the next one, so that another run was at work
   */
  void add(ImportItem.Storing item) {
    if (item.place().ordinal() != counts.items()) {
      throw new IllegalStateException(
          "item " + counts.items() + " must be counted next, got " + item.place());
    }
    Ending ending = item.ending().toCompletableFuture().join();
    if (!isTaken(ending.verdict()) && counts.of(ending.verdict()) < ImportStore.MOST_LISTED) {
      refusals.add(
          new ImportRefusal(
              item.place().ordinal(),
              item.place().name(),
              ending.verdict(),
              ending.code(),
              ending.reason()));
    }
    counts = counts.plus(ending.verdict());
  }

  private static boolean isTaken(Verdict verdict) {
    return verdict == Verdict.STORED || verdict == Verdict.DUPLICATE;
  }

  ImportCounts counts() {
    return counts;
  }

  /** Those of them to be listed. */
  List<ImportRefusal> refusals() {
    return List.copyOf(refusals);
  }
}
