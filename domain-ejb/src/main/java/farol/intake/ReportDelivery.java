package farol.intake;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorToken;
import farol.domain.report.RawReport;
import farol.domain.report.ReportIntake;
import farol.spool.Spool;
import farol.spool.SpooledReport;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes in what is posted to a collector. */
@ApplicationScoped
public class ReportDelivery {
  /** How long a sender waits for the database, at the most. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final System.Logger LOGGER = System.getLogger(ReportDelivery.class.getName());

  @Inject CollectorDirectory collectors;
  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject Spool spool;
  @Inject Outage outage;
  @Inject ReportCounters counters;
  @Inject RefusedBodies refusedBodies;
  @Inject Clock clock;

  @Resource ManagedExecutorService executor;

  private Destinations destinations;
  private ReportJudge judge;
  private DurableIntake durable;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public ReportDelivery() {}

  @PostConstruct
  void start() {
    destinations = new Destinations(collectors, outage, clock, PATIENCE);
    judge = new ReportJudge(reader);
    durable = new DurableIntake(intake::submit, spool, outage, counters::count, executor, PATIENCE);
  }

  /**
   * Where a post goes by the token in its path; empty where it is to be turned away. Unknown,
   * malformed and retired tokens look the same.
   */
  public Optional<Destination> route(String token) {
    Optional<Destination> destination =
        CollectorToken.parse(token).flatMap(parsed -> destinations.find(parsed.hash()));
    if (destination.isEmpty()) {
      counters.count(Outcome.UNKNOWN_TOKEN);
    }
    return destination;
  }

  /**
   * Reads a report and keeps it. The stage completes once it is durable, or refused; exceptionally,
   * if it could be stored nowhere.
   */
  public CompletionStage<Delivery> deliver(Destination destination, RawReport raw) {
    counters.countReceived();
    SpooledReport report = new SpooledReport(destination.token(), clock.instant(), raw);
    Judgement judgement = judge.judge(destination.route(), raw, report.receivedAt());
    if (judgement instanceof Judgement.Admitted admitted) {
      return durable.keep(admitted.submission(), report);
    }
    if (judgement instanceof Judgement.Undecided undecided) {
      return durable.spool(report, undecided.warnings());
    }
    return refuse(destination, report, (Judgement.Refused) judgement);
  }

  /**
   * Refuses a report that says of itself that it is too large, before anything of it is read.
   *
   * @param bytes its length as announced
   * @param most bytes that it may have
   */
  public Delivery refuseUnread(Destination destination, long bytes, int most) {
    counters.countReceived();
    Judgement.Refused refused =
        new Judgement.Refused(
            RefusalCode.BODY_TOO_LARGE,
            "the body must have at most " + most + " bytes, " + bytes + " were announced");
    RawReport unread = new RawReport(new byte[0], null, null);
    var unused =
        refuse(
            destination, new SpooledReport(destination.token(), clock.instant(), unread), refused);
    return Delivery.refused(refused.code(), refused.detail());
  }

  private CompletionStage<Delivery> refuse(
      Destination destination, SpooledReport report, Judgement.Refused refused) {
    counters.count(Outcome.REFUSED);
    LOGGER.log(INFO, () -> "refused a report " + destination + " code=" + refused.code());
    Delivery answer = Delivery.refused(refused.code(), refused.detail());
    return destination
        .route()
        .map(route -> refusedBodies.keep(route.domainId(), report, refused))
        .orElse(CompletableFuture.completedFuture(null))
        .thenApply(kept -> answer);
  }
}
