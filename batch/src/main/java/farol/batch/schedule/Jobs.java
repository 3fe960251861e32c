package farol.batch.schedule;

import farol.batch.operations.FarolJob;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import java.util.Properties;

/** Jobs as the timers see them. */
final class Jobs {
  private Jobs() {}

  /** Starts a job, unless a run of it is under way. */
  static void start(FarolJob job) {
    JobOperator operator = BatchRuntime.getJobOperator();
    if (!isRunning(operator, job)) {
      operator.start(job.xmlName(), new Properties());
    }
  }

  /** Whether a run of the job has ever come to its end. */
  static boolean hasCompleted(FarolJob job) {
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

  private static boolean isRunning(JobOperator operator, FarolJob job) {
    try {
      return !operator.getRunningExecutions(job.xmlName()).isEmpty();
    } catch (NoSuchJobException neverRun) {
      return false;
    }
  }
}
