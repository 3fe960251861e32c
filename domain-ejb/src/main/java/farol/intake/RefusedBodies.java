package farol.intake;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import farol.domain.quarantine.Quarantine;
import farol.spool.SpooledReport;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Has refused bodies kept for their domains, as well as can be: nobody was promised that they are,
 * so neither a flood of them nor a database in trouble may cost what is worth more. Those that are
 * not kept are counted.
 */
@ApplicationScoped
class RefusedBodies {
  private static final System.Logger LOGGER = System.getLogger(RefusedBodies.class.getName());
  private static final int MOST_BYTES_WAITING = 32 << 20;

  @Inject Quarantine quarantine;
  @Inject Outage outage;
  @Inject MetricRegistry metrics;

  @Resource(lookup = "concurrent/quarantine")
  Executor executor;

  private final Semaphore room = new Semaphore(MOST_BYTES_WAITING);

  /**
   * Keeps a body for its domain. The stage completes once it is kept, or after a second, or when it
   * is clear that it can't be; never exceptionally.
   */
  CompletionStage<Void> keep(long domainId, SpooledReport report, Judgement.Refused refused) {
    int bytes = report.raw().body().length;
    if (outage.isOn() || !room.tryAcquire(bytes)) {
      lose(domainId, "there are too many, or the database is away");
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.runAsync(() -> keepNow(domainId, report, refused), executor)
        .whenComplete((kept, failure) -> room.release(bytes))
        .exceptionally(
            failure -> {
              lose(domainId, Outage.cause(failure).toString());
              return null;
            })
        .copy()
        .completeOnTimeout(null, ReportDelivery.PATIENCE.toMillis(), MILLISECONDS);
  }

  /** Keeps a body for its domain, and returns when it is kept or the domain is gone. */
  void keepNow(long domainId, SpooledReport report, Judgement.Refused refused) {
    quarantine.keep(
        domainId, report.receivedAt(), refused.code().name(), refused.detail(), report.raw());
  }

  private void lose(long domainId, String reason) {
    metrics.counter("farol_refused_bodies_lost_total").inc();
    LOGGER.log(WARNING, () -> "a refused body was not kept domain=" + domainId + ": " + reason);
  }
}
