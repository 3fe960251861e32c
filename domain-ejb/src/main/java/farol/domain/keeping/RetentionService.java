package farol.domain.keeping;

import farol.domain.keeping.Expired.Kind;
import farol.domain.trend.RollupService;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops what has been kept for long enough. Age counts from the receipt, so that an import of old
 * reports is not dropped at once; a month is dropped when its last day is too old. Every step may
 * be repeated.
 */
@Stateless
public class RetentionService {
  private static final int MONTHS_AHEAD = 3;

  @Inject RetentionStore store;
  @Inject RollupService rollups;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Makes room for the months to come, and for those that reports came in for without it. */
  public void prepareMonths() {
    LocalDate today = today();
    store.prepareMonths(
        store.firstUnprepared().filter(today::isAfter).orElse(today),
        today.plusMonths(MONTHS_AHEAD));
  }

  /** What may go now, in the order in which it has to. */
  public List<Expired> expired() {
    return Stream.of(
            months(Kind.RAW, Setting.RETENTION_RAW, RetentionStore.RAW),
            months(Kind.REPORTS, Setting.RETENTION_REPORTS, RetentionStore.POLICIES),
            Stream.of(new Expired(Kind.ROLLUPS, cutoff(Setting.RETENTION_ROLLUPS))),
            Stream.of(new Expired(Kind.OBSERVATIONS, cutoff(Setting.RETENTION_OBSERVATIONS))),
            Stream.of(new Expired(Kind.QUARANTINE, cutoff(Setting.RETENTION_QUARANTINE))),
            Stream.of(new Expired(Kind.IMPORTS, cutoff(Setting.RETENTION_IMPORTS))))
        .flatMap(expired -> expired)
        .sorted()
        .toList();
  }

  /** How many reports, days, observations, bodies or imports would go. */
  public long count(Expired expired) {
    return store.count(expired);
  }

  /** Drops it, and says how many reports, days, observations, bodies or imports have gone. */
  public long drop(Expired expired) {
    long count = store.count(expired);
    switch (expired.kind()) {
      case RAW -> store.dropMonth(RetentionStore.RAW, expired.before());
      case REPORTS -> {
        // What they still have to be counted for is counted now, for afterwards it can't be.
        store.dirtyDays(expired.before()).forEach(rollups::recompute);
        store.freezeDays(expired.before());
        store.deleteReports(expired.before());
        for (String table : RetentionStore.OF_REPORTS) {
          store.dropMonth(table, expired.before());
        }
      }
      case ROLLUPS -> store.deleteRollups(expired.before());
      case OBSERVATIONS -> store.deleteObservations(expired.before());
      case QUARANTINE -> store.deleteRefusedBodies(expired.before());
      case IMPORTS -> store.deleteImports(expired.before());
    }
    return count;
  }

  private Stream<Expired> months(Kind kind, Setting age, String table) {
    LocalDate cutoff = cutoff(age);
    return store.months(table).stream()
        .map(month -> month.plusMonths(1))
        .filter(end -> !end.isAfter(cutoff))
        .map(end -> new Expired(kind, end));
  }

  private LocalDate cutoff(Setting age) {
    return today().minusDays(settings.number(age));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
