package farol.intake;

import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.Directories;
import farol.domain.report.ReportIntake;
import farol.domain.report.StoredReports;
import farol.settings.Settings;
import farol.store.TestDatabase;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Takes in what arrives outside a container, on a real database; for tests. */
final class Arrivals {
  private Arrivals() {}

  static ReportArrivals on(
      TestDatabase database, RecordLookup dns, Tally tally, Map<String, String> settings) {
    return on(
        database,
        Directories.on(database.dataSource()),
        StoredReports.intake(database.dataSource()),
        dns,
        tally,
        settings);
  }

  static ReportArrivals on(
      TestDatabase database,
      CollectorDirectory collectors,
      ReportIntake intake,
      RecordLookup dns,
      Tally tally,
      Map<String, String> settings) {
    ReportArrivals arrivals = new ReportArrivals();
    arrivals.reader = new ReportReader(ReadingLimits.defaults());
    arrivals.intake = intake;
    arrivals.routes = new ArrivalRoutes();
    arrivals.routes.collectors = collectors;
    arrivals.routes.domains = Directories.verified(database.sql());
    arrivals.lookup = dns;
    arrivals.counters = counters(tally);
    arrivals.settings = Settings.of(settings);
    arrivals.clock = Clock.fixed(Posts.RECEIVED, ZoneOffset.UTC);
    arrivals.start();
    return arrivals;
  }

  static ReportCounters counters(Tally tally) {
    return new ReportCounters() {
      @Override
      void countReceived() {
        tally.received();
      }

      @Override
      void count(Outcome outcome) {
        tally.accept(outcome);
      }
    };
  }

  /** Judges a mail and stores it where it is to be stored; answers as a job would see it. */
  static Ending take(ReportArrivals arrivals, String mail, Arrival arrival) {
    return end(arrivals, arrivals.judgeMail(ReportMails.bytes(mail), arrival));
  }

  static Ending end(ReportArrivals arrivals, Judged judged) {
    return judged instanceof Judged.Dismissed dismissed
        ? dismissed.ending()
        : arrivals.store((Judged.Admitted) judged).toCompletableFuture().join();
  }
}
