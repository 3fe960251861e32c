package farol.batch.operations;

import farol.domain.operations.JobControl;
import farol.domain.operations.JobRun;
import farol.domain.operations.JobState;
import farol.settings.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Farol's jobs, by Jakarta Batch. Only operators reach it. */
@Stateless
@RolesAllowed("operator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobOperatorControl implements JobControl {
  @Inject Settings settings;

  private final JobOperator operator = BatchRuntime.getJobOperator();

  @Override
  public List<String> jobs() {
    return FarolJob.names(settings);
  }

  @Override
  public List<JobRun> runs(String job, int most) {
    return instances(FarolJob.requireOffered(job, settings), most).stream()
        .flatMap(instance -> operator.getJobExecutions(instance).stream())
        .map(this::run)
        .sorted(Comparator.comparing(JobRun::number).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public long start(String job) {
    return operator.start(FarolJob.requireOffered(job, settings), new Properties());
  }

  @Override
  public void stop(long run) {
    if (state(operator.getJobExecution(run)).isRunning()) {
      operator.stop(run);
    }
  }

  @Override
  public long restart(long run) {
    return operator.restart(run, new Properties());
  }

  private List<JobInstance> instances(String job, int most) {
    try {
      return operator.getJobInstances(job, 0, most);
    } catch (NoSuchJobException neverRun) {
      return List.of();
    }
  }

  private JobRun run(JobExecution execution) {
    List<StepExecution> steps = operator.getStepExecutions(execution.getExecutionId());
    JobState state = state(execution);
    return new JobRun(
        execution.getExecutionId(),
        execution.getJobName(),
        state,
        instant(execution.getStartTime())
            .or(() -> instant(execution.getCreateTime()))
            .orElse(Instant.EPOCH),
        instant(execution.getEndTime()),
        sum(steps, Metric.MetricType.READ_COUNT),
        sum(steps, Metric.MetricType.WRITE_COUNT),
        sum(steps, Metric.MetricType.READ_SKIP_COUNT)
            + sum(steps, Metric.MetricType.PROCESS_SKIP_COUNT)
            + sum(steps, Metric.MetricType.WRITE_SKIP_COUNT),
        Optional.ofNullable(execution.getExitStatus()).orElse(state.name()));
  }

  private static JobState state(JobExecution execution) {
    return JobState.valueOf(execution.getBatchStatus().name());
  }

  private static Optional<Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static long sum(List<StepExecution> steps, Metric.MetricType type) {
    return steps.stream()
        .flatMap(step -> Arrays.stream(step.getMetrics()))
        .filter(metric -> metric.getType() == type)
        .mapToLong(Metric::getValue)
        .sum();
  }
}
