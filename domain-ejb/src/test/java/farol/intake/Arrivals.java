package farol.intake;

import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.Directories;
import farol.domain.report.ReportIntake;
import farol.domain.report.StoredReports;
import farol.settings.Settings;
import farol.store.Sql;
import farol.store.TestDatabase;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;

/** Takes in what arrives outside a container, on a real database; for tests. */
public final class Arrivals {
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
    return fill(
        new ReportArrivals(),
        database.dataSource(),
        collectors,
        intake,
        dns,
        tally,
        Settings.of(settings),
        Clock.fixed(Posts.RECEIVED, ZoneOffset.UTC));
  }

  /** Gives to arrivals that a test has made all that a container would. */
  public static <T extends ReportArrivals> T fill(
      T arrivals, DataSource database, RecordLookup dns, Settings settings, Clock clock) {
    return fill(
        arrivals,
        database,
        Directories.on(database),
        StoredReports.intake(database),
        dns,
        new Tally(),
        settings,
        clock);
  }

  private static <T extends ReportArrivals> T fill(
      T arrivals,
      DataSource database,
      CollectorDirectory collectors,
      ReportIntake intake,
      RecordLookup dns,
      Tally tally,
      Settings settings,
      Clock clock) {
    arrivals.reader = new ReportReader(ReadingLimits.of(settings));
    arrivals.intake = intake;
    arrivals.routes = new ArrivalRoutes();
    arrivals.routes.collectors = collectors;
    arrivals.routes.domains = Directories.verified(new Sql(database));
    arrivals.lookup = dns;
    arrivals.counters = counters(tally);
    arrivals.settings = settings;
    arrivals.clock = clock;
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
