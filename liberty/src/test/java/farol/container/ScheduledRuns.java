package farol.container;

import jakarta.annotation.security.RunAs;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/** Starts jobs in the role in which the application's timers do. */
@Stateless
@RunAs("scheduler")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduledRuns {
  /** The number of the run. */
  public long start(String job) {
    return BatchRuntime.getJobOperator().start(job, new Properties());
  }

  public BatchStatus state(long run) {
    return BatchRuntime.getJobOperator().getJobExecution(run).getBatchStatus();
  }
}
