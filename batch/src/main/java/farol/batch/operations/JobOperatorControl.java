package farol.batch.operations;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.operations.JobControl;
import farol.domain.operations.JobRun;
import farol.settings.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/**
 * Farol's jobs, by Jakarta Batch. Only operators reach it. What they ask for is written down before
 * it is done, for the job repository has transactions of its own.
 */
@Stateless
@RolesAllowed("operator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobOperatorControl implements JobControl {
  @Inject Settings settings;
  @Inject AuditLog audit;

  private final JobOperator operator = BatchRuntime.getJobOperator();

  @Override
  public List<String> jobs() {
    return FarolJob.names(settings);
  }

  @Override
  public List<JobRun> runs(String job, int most) {
    return instances(FarolJob.requireOffered(job, settings), most).stream()
        .flatMap(instance -> operator.getJobExecutions(instance).stream())
        .map(execution -> JobRuns.of(execution, operator))
        .sorted(Comparator.comparing(JobRun::number).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public long start(String job) {
    String offered = FarolJob.requireOffered(job, settings);
    audit.record(Change.of(AuditAction.JOB_STARTED, offered));
    return operator.start(offered, new Properties());
  }

  @Override
  public void stop(long run) {
    JobExecution execution = operator.getJobExecution(run);
    if (JobRuns.state(execution).isRunning()) {
      record(AuditAction.JOB_STOPPED, execution);
      operator.stop(run);
    }
  }

  @Override
  public long restart(long run) {
    JobExecution execution = operator.getJobExecution(run);
    if (JobRuns.state(execution).isRestartable()) { // else it is refused
      record(AuditAction.JOB_RESTARTED, execution);
    }
    return operator.restart(run, operator.getParameters(run));
  }

  private void record(AuditAction action, JobExecution run) {
    audit.record(Change.of(action, run.getJobName() + ", run " + run.getExecutionId()));
  }

  private List<JobInstance> instances(String job, int most) {
    try {
      return operator.getJobInstances(job, 0, most);
    } catch (NoSuchJobException neverRun) {
      return List.of();
    }
  }
}
