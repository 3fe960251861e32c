package farol.batch.operations;

import static java.lang.System.Logger.Level.INFO;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
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
    String outcome = job.getBatchStatus().name().toLowerCase(Locale.ROOT);
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
}
