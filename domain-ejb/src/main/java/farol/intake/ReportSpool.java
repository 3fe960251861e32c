package farol.intake;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.report.ReportIntake;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.spool.Spool;
import farol.wire.ReportReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** The spool of this server: drained from its start to its stop, and looked at by operators. */
@ApplicationScoped
public class ReportSpool {
  private static final int MOST_AT_ONCE = 256;

  @Inject Spool spool;
  @Inject Outage outage;
  @Inject CollectorDirectory collectors;
  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject RefusedBodies refusedBodies;
  @Inject ReportCounters counters;
  @Inject Settings settings;

  @Resource ManagedThreadFactory threads;

  private SpoolDrain drain;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public ReportSpool() {}

  /**
   * Has the container make it when the server starts: reports may wait there since the last run.
   */
  void wake(@Observes Startup start) {}

  @PostConstruct
  void start() {
    drain =
        new SpoolDrain(
            spool,
            new Redelivery(
                spool,
                collectors,
                new ReportJudge(reader),
                intake::submit,
                refusedBodies::keepNow,
                counters::count),
            outage,
            collectors::isReachable,
            Math.min(MOST_AT_ONCE, settings.count(Setting.LIMIT_INTAKE_QUEUE)),
            ReportDelivery.PATIENCE);
    Thread thread = threads.newThread(drain);
    thread.setName("spool-drain");
    thread.start();
  }

  @PreDestroy
  void stop() {
    drain.close();
  }

  public SpoolStatus status() {
    return new SpoolStatus(
        outage.isOn(), spool.reports(), spool.bytes(), spool.aside(), spool.hasRoom());
  }

  /** Reports that wait in the spool now. */
  @Gauge(
      name = "farol_spool_reports",
      absolute = true,
      unit = "none",
      description = "Reports that wait on disk for the database")
  public int reports() {
    return spool.reports();
  }

  /** Their bytes. */
  @Gauge(
      name = "farol_spool_bytes",
      absolute = true,
      unit = "none",
      description = "Bytes of the reports that wait on disk for the database")
  public long bytes() {
    return spool.bytes();
  }

  /** Reports that the drain has set aside, now or earlier, and that still lie there. */
  @Gauge(
      name = "farol_spool_set_aside",
      absolute = true,
      unit = "none",
      description = "Acknowledged reports that can't be taken in and wait for a person")
  public int aside() {
    return spool.aside();
  }
}
