package farol.imports;

import static farol.wire.archive.ArchiveLimits.ofSizes;

import farol.intake.ReportArrivals;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of the job: goes through all imports that wait on this node, one after the other, each
 * from where it stands. For one thread.
 */
@Dependent
public class ImportRun implements Closeable {
  private static final int JUDGES = 2;

  @Inject ImportLedger ledger;
  @Inject ImportFolder folder;
  @Inject ReportArrivals arrivals;
  @Inject Settings settings;
  @Inject Clock clock;

  @Resource ManagedThreadFactory threads;

  private final Set<Long> own = new HashSet<>();
  private @Nullable ThreadPoolExecutor judges;
  private @Nullable ImportReading reading;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public ImportRun() {}

  /** The next item of all imports; null where none waits any more. */
  public @Nullable ImportItem next() throws IOException {
    if (reading == null) {
      reading = ledger.takeUp(own).map(this::reading).orElse(null);
    }
    if (reading == null) {
      return null;
    }
    ImportItem item = reading.next();
    if (item instanceof ImportItem.End) {
      leave();
    }
    return item;
  }

  private ImportReading reading(TakenImport taken) {
    own.add(taken.id());
    Path path = taken.path() == null ? folder.file(taken.id()) : Path.of(taken.path());
    int reportBytes = settings.count(Setting.LIMIT_BODY_BYTES);
    Pulse pulse = new Pulse(clock, () -> ledger.hold(taken.id()));
    ImportSource source =
        new ImportSource(path, taken.name(), ofSizes(reportBytes, arrivals.mostBytes()), pulse);
    return new ImportReading(taken, source, arrivals, judges());
  }

  private ThreadPoolExecutor judges() {
    if (judges == null) {
      judges =
          new ThreadPoolExecutor(
              JUDGES, JUDGES, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
      judges.allowCoreThreadTimeOut(true); // also where a run fails so that nobody closes it
    }
    return judges;
  }

  private void leave() throws IOException {
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }

  @Override
  public void close() throws IOException {
    leave();
    if (judges != null) {
      judges.shutdownNow();
      judges = null;
    }
  }
}
