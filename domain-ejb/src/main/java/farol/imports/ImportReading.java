package farol.imports;

import static java.lang.System.Logger.Level.WARNING;

import farol.intake.Arrival;
import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.wire.archive.ArchiveItem;
import farol.wire.archive.ArchiveReader;
import farol.wire.packed.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of one import and has items judged some time before it hands them out, in the
 * order of the file: judging takes most of the time, and mails wait for DNS.
 */
final class ImportReading implements Closeable {
  private static final System.Logger LOGGER = System.getLogger(ImportReading.class.getName());

  /** Enough for all threads; reports that inflate to a lot are held in memory. */
  private static final int AHEAD = 8;

  private final TakenImport taken;
  private final ImportSource source;
  private final ReportArrivals arrivals;
  private final Executor judges;
  private final Deque<Judging> ahead = new ArrayDeque<>();
  private @Nullable ArchiveReader archive;
  private boolean isAtEnd;
  private boolean isLeft;
  private @Nullable String failure;

  private record Judging(ArchiveItem item, long readBytes, CompletableFuture<Judged> judged) {}

  ImportReading(TakenImport taken, ImportSource source, ReportArrivals arrivals, Executor judges) {
    this.taken = taken;
    this.source = source;
    this.arrivals = arrivals;
    this.judges = judges;
  }

  /** The next item, after the last one the end; waits until it is judged. */
  ImportItem next() {
    readAhead();
    Judging first = isLeft ? null : ahead.poll();
    return first == null
        ? new ImportItem.End(taken.id(), failure)
        : new ImportItem.Found(
            taken.id(), first.item().place(), first.readBytes(), first.judged().join());
  }

  private void readAhead() {
    try {
      source.beat();
      while (!isAtEnd && ahead.size() < AHEAD) {
        Optional<ArchiveItem> next = archive().next();
        isAtEnd = next.isEmpty();
        next.ifPresent(item -> ahead.add(new Judging(item, source.readBytes(), judge(item))));
      }
    } catch (Pulse.LeftException e) {
      isLeft = true;
    } catch (IOException e) {
      LOGGER.log(WARNING, () -> "a file can't be imported import=" + taken.id() + ": " + e);
      failure = "the file or folder is gone or can't be read; the server's log says more";
      isAtEnd = true;
    }
  }

  private ArchiveReader archive() throws IOException {
    if (archive == null) {
      archive = source.open();
      archive.skipTo(taken.next());
    }
    return archive;
  }

  private CompletableFuture<Judged> judge(ArchiveItem item) {
    return item instanceof ArchiveItem.Entry entry
        ? CompletableFuture.supplyAsync(() -> judge(entry), judges)
        : CompletableFuture.completedFuture(
            new Judged.Dismissed(ending((ArchiveItem.Unreadable) item)));
  }

  private Judged judge(ArchiveItem.Entry entry) {
    Arrival arrival = Arrival.inFile(entry.place().name(), taken.accountId(), taken.id());
    return switch (entry.form()) {
      case REPORT -> arrivals.judgeReport(entry.bytes(), arrival);
      case MAIL -> arrivals.judgeMail(entry.bytes(), arrival);
    };
  }

  private static Ending ending(ArchiveItem.Unreadable item) {
    return new Ending(
        item.reason() == Fault.NOT_RECOGNISED ? Verdict.NO_REPORT : Verdict.REFUSED,
        item.reason().name(),
        item.detail());
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
