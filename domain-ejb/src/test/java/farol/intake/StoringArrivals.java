package farol.intake;

import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.Directories;
import farol.domain.report.StoredReports;
import farol.settings.Settings;
import farol.store.Sql;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.time.Clock;
import javax.sql.DataSource;

/** What arrives goes into a real database, outside a container, for tests. */
public final class StoringArrivals {
  private StoringArrivals() {}

  /**
   * Gives to arrivals all that a container would.
   *
   * @param lookup where the keys of signatures are
   */
  public static <T extends ReportArrivals> T fill(
      T arrivals, DataSource database, RecordLookup lookup, Settings settings, Clock clock) {
    arrivals.reader = new ReportReader(ReadingLimits.of(settings));
    arrivals.intake = StoredReports.intake(database);
    arrivals.routes = new ArrivalRoutes();
    arrivals.routes.collectors = Directories.on(database);
    arrivals.routes.domains = Directories.verified(new Sql(database));
    arrivals.lookup = lookup;
    arrivals.counters =
        new ReportCounters() {
          @Override
          void countReceived() {
            // nobody looks at metrics
          }

          @Override
          void count(Outcome outcome) {
            // nobody looks at metrics
          }
        };
    arrivals.settings = settings;
    arrivals.clock = clock;
    arrivals.start();
    return arrivals;
  }
}
