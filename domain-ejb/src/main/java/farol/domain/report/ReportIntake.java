package farol.domain.report;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** Where reports go to be stored; the answer comes after the commit. */
@ApplicationScoped
public class ReportIntake {
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

  @Inject IntakeStore store;
  @Inject Settings settings;
  @Inject MetricRegistry metrics;

  @Resource ManagedThreadFactory threads;

  private IntakeQueue queue;
  private Thread writer;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public ReportIntake() {}

  @PostConstruct
  void start() {
    queue =
        new IntakeQueue(
            settings.count(Setting.LIMIT_INTAKE_BATCH),
            settings.count(Setting.LIMIT_INTAKE_QUEUE),
            this::storeAndCount);
    writer = threads.newThread(queue);
    writer.setName("report-intake");
    writer.start();
  }

  @PreDestroy
  void stop() {
    queue.close();
    try {
      writer.join(LONGEST_DRAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Queues a report for the next transaction. The stage completes exceptionally if the database
   * refuses it.
   *
   * @throws IntakeFullException if too many wait already
   */
  public CompletionStage<Acceptance> submit(Submission submission) {
    return queue.submit(submission);
  }

  /** Reports that wait for the database now. */
  @Gauge(
      name = "farol_intake_queue",
      absolute = true,
      unit = "none",
      description = "Reports that wait for the database")
  public int queued() {
    return queue.size();
  }

  private List<Acceptance> storeAndCount(List<Submission> batch) {
    List<Acceptance> outcomes = store.store(batch);
    metrics.counter("farol_intake_commits_total").inc();
    metrics.counter("farol_intake_committed_reports_total").inc(batch.size());
    return outcomes;
  }
}
