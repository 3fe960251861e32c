package farol.imports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Sees to what imports leave behind on this node: files of those that are over, what was coming in
 * when the server was killed, and counts of what was cancelled between two runs.
 */
@Stateless
public class ImportTidying {
  /** From an import's row to its file it takes a moment. */
  private static final Duration MOMENT = Duration.ofMinutes(1);

  @Inject TidyingStore imports;
  @Inject LedgerStore ledger;
  @Inject ImportFolder folder;
  @Inject Clock clock;

  /** Whether anything lies around. */
  public boolean hasWork() {
    return !brokenOff().isEmpty() || !cancelled().isEmpty() || !unneeded().isEmpty();
  }

  /** Clears it up. */
  public void tidy() {
    brokenOff().forEach(imports::forget);
    cancelled().forEach(id -> ledger.end(id, null, clock.instant()));
    for (long id : unneeded()) {
      delete(id);
    }
  }

  private List<Long> brokenOff() {
    Set<Long> receiving = folder.receiving();
    return imports.receiving(folder.node(), clock.instant().minus(MOMENT)).stream()
        .filter(id -> !receiving.contains(id))
        .toList();
  }

  private List<Long> cancelled() {
    return imports.cancelled(folder.node(), folder.holder(), clock.instant());
  }

  /** Files are looked for first: whatever comes in after that is none of them. */
  private List<Long> unneeded() {
    List<Long> files = files();
    return files.isEmpty() ? files : imports.unneeded(files);
  }

  private List<Long> files() {
    try {
      Set<Long> receiving = folder.receiving();
      return folder.files().stream().filter(id -> !receiving.contains(id)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(long id) {
    try {
      folder.delete(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
