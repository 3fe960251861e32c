package farol.batch.operations;

import farol.domain.operations.JobRun;
import farol.domain.operations.JobState;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the job repository says of runs. */
final class JobRuns {
  private JobRuns() {}

  static JobRun of(JobExecution execution, JobOperator operator) {
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

  static JobState state(JobExecution execution) {
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
