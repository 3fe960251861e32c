package farol.batch.schedule;

import farol.batch.operations.FarolJob;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/** Jobs as the timers see them. */
@Dependent
class Jobs {
  /**
   * A run that says it is under way for longer than this was left behind by a node that never came
   * back. Runs may overlap, so one that does take so long comes to no harm.
   */
  private static final Duration LONGEST_RUN = Duration.ofHours(1);

  /** A job that must leave the database to others rests for so many times as long as it ran. */
  private static final int REST = 9;

  @Inject Clock clock;

  /** Starts a job, unless a run of it is under way. */
  void start(FarolJob job) {
    start(job, Map.of());
  }

  /** The same, with parameters. */
  void start(FarolJob job, Map<String, String> parameters) {
    JobOperator operator = BatchRuntime.getJobOperator();
    if (!isRunning(operator, job)) {
      Properties properties = new Properties();
      parameters.forEach(properties::setProperty);
      operator.start(job.xmlName(), properties);
    }
  }

  /**
   * Starts a job also where a run of it is under way, on another node as a rule: each has work of
   * its own.
   */
  void startAnother(FarolJob job) {
    BatchRuntime.getJobOperator().start(job.xmlName(), new Properties());
  }

  /**
   * Whether the job has rested since its last run ended, so that it is at work for a tenth of the
   * time at most.
   */
  boolean hasRested(FarolJob job) {
    JobOperator operator = BatchRuntime.getJobOperator();
    try {
      return operator.getJobInstances(job.xmlName(), 0, 1).stream()
          .flatMap(instance -> operator.getJobExecutions(instance).stream())
          .filter(run -> run.getStartTime() != null && run.getEndTime() != null)
          .allMatch(
              run ->
                  hasRested(
                      run.getStartTime().toInstant(),
                      run.getEndTime().toInstant(),
                      clock.instant()));
    } catch (NoSuchJobException neverRun) {
      return true;
    }
  }

  static boolean hasRested(Instant start, Instant end, Instant now) {
    return !now.isBefore(end.plus(Duration.between(start, end).multipliedBy(REST)));
  }

  /** Whether a run of the job has ever come to its end. */
  boolean hasCompleted(FarolJob job) {
    JobOperator operator = BatchRuntime.getJobOperator();
    try {
      int all = operator.getJobInstanceCount(job.xmlName());
      return operator.getJobInstances(job.xmlName(), 0, all).stream()
          .flatMap(instance -> operator.getJobExecutions(instance).stream())
          .anyMatch(run -> run.getBatchStatus() == BatchStatus.COMPLETED);
    } catch (NoSuchJobException neverRun) {
      return false;
    }
  }

  private boolean isRunning(JobOperator operator, FarolJob job) {
    Instant earliest = clock.instant().minus(LONGEST_RUN);
    try {
      return operator.getRunningExecutions(job.xmlName()).stream()
          .map(operator::getJobExecution)
          .anyMatch(run -> run.getCreateTime().toInstant().isAfter(earliest));
    } catch (NoSuchJobException neverRun) {
      return false;
    }
  }
}
