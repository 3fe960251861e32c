package farol.batch.operations;

import static java.lang.System.Logger.Level.INFO;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts how runs end, for {@code /metrics}, and logs each end once. */
@Named
@Dependent
public class RunCounter extends AbstractJobListener {
  private static final System.Logger LOGGER = System.getLogger(RunCounter.class.getName());

  @Inject JobContext job;
  @Inject MetricRegistry metrics;

  @Override
  public void afterJob() {
    String outcome = outcome(job.getBatchStatus());
    metrics
        .counter(
            "farol_batch_runs_total", new Tag("job", job.getJobName()), new Tag("outcome", outcome))
        .inc();
    LOGGER.log(
        INFO,
        () ->
            "job ended job="
                + job.getJobName()
                + " run="
                + job.getExecutionId()
                + " state="
                + outcome);
  }

  /** How a run ends that is in this state once its steps are over. */
  private static String outcome(BatchStatus state) {
    return switch (state) {
      case STARTING, STARTED, COMPLETED -> "completed";
      case STOPPING, STOPPED -> "stopped";
      case FAILED, ABANDONED -> "failed";
    };
  }
}
