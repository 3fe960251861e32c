package farol.launcher;

import farol.imports.ImportCounts;
import farol.imports.ImportRefusal;
import farol.imports.ImportState;
import farol.imports.ReportImport;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The command {@code import}: one import for each path, one after the other, each to its end. */
final class ImportCommand {
  private static final int MOST_PRINTED = 100;

  /** For how long a server may be away, as while it is started anew. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final ImportTarget target;
  private final PrintStream out;
  private final PrintStream err;
  private final Duration pause;

  /**
   * @param pause between two looks at where an import stands
   */
  ImportCommand(ImportTarget target, PrintStream out, PrintStream err, Duration pause) {
    this.target = target;
    this.out = out;
    this.err = err;
    this.pause = pause;
  }

  /**
   * Imports all of them.
   *
   * @return whether everything was read and imported, and nothing refused
   */
  boolean run(List<Path> paths) throws StartFailure {
    for (Path path : paths) {
      if (!Files.isReadable(path) || !isFileOrFolder(path)) {
        throw new StartFailure("there is no file or folder " + path + " that can be read");
      }
    }
    boolean isAllTaken = true;
    for (Path path : paths) {
      isAllTaken &= run(path);
    }
    return isAllTaken;
  }

  /** A pipe or a device may never come to an end. */
  private static boolean isFileOrFolder(Path path) {
    return Files.isRegularFile(path) || Files.isDirectory(path);
  }

  private boolean run(Path path) throws StartFailure {
    AtomicBoolean isAllRead = new AtomicBoolean(true);
    long id =
        target.begin(
            path,
            what -> {
              isAllRead.set(false);
              err.println(path + ": " + what);
            });
    out.println(path + ": handed over as import " + id);
    ReportImport ended = awaitEnd(path, id);
    String failure = ended.failure() == null ? "" : ": " + ended.failure();
    out.println(path + ": " + word(ended.state()) + ", " + text(ended.counts()) + failure);
    printRefusals(id, ended.counts());
    return ended.state() == ImportState.DONE && ended.counts().refused() == 0 && isAllRead.get();
  }

  private ReportImport awaitEnd(Path path, long id) throws StartFailure {
    ReportImport seen = find(id);
    while (!seen.state().isOver()) {
      sleep();
      ReportImport now = find(id);
      if (!now.state().isOver() && now.counts().items() > seen.counts().items()) {
        out.println(path + ": " + text(now.counts()));
      }
      seen = now;
    }
    return seen;
  }

  /** Waits where nobody answers. */
  private ReportImport find(long id) throws StartFailure {
    long deadline = System.nanoTime() + LONGEST_SILENCE.toNanos();
    Optional<ReportImport> found = target.find(id);
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new StartFailure("nobody says any more where import " + id + " stands");
      }
      sleep();
      found = target.find(id);
    }
    return found.get();
  }

  private void printRefusals(long id, ImportCounts counts) throws StartFailure {
    long all = counts.foreign() + counts.noReport() + counts.refused();
    if (all == 0) {
      return;
    }
    List<ImportRefusal> refusals = target.refusals(id, MOST_PRINTED);
    for (ImportRefusal refusal : refusals) {
      out.println("  " + refusal.place() + ": " + refusal.code() + ": " + refusal.reason());
    }
    if (all > refusals.size()) {
      out.println("  and " + (all - refusals.size()) + " more; the portal and the API list them");
    }
  }

  private static String word(ImportState state) {
    return switch (state) {
      case RECEIVING, WAITING, RUNNING -> "under way";
      case DONE -> "done";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  private static String text(ImportCounts counts) {
    return counts.items()
        + " items: "
        + counts.stored()
        + " stored, "
        + counts.duplicate()
        + " duplicate, "
        + counts.foreign()
        + " foreign, "
        + counts.noReport()
        + " no report, "
        + counts.refused()
        + " refused";
  }

  private void sleep() throws StartFailure {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("stopped; the import goes on", e);
    }
  }
}
