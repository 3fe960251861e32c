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
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** Farol's jobs, by Jakarta Batch. Only operators reach it. */
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
    long run = operator.start(FarolJob.requireOffered(job, settings), new Properties());
    record(AuditAction.JOB_STARTED, run);
    return run;
  }

  @Override
  public void stop(long run) {
    if (JobRuns.state(operator.getJobExecution(run)).isRunning()) {
      operator.stop(run);
      record(AuditAction.JOB_STOPPED, run);
    }
  }

  @Override
  public long restart(long run) {
    long resumed = operator.restart(run, operator.getParameters(run));
    record(AuditAction.JOB_RESTARTED, resumed);
    return resumed;
  }

  private void record(AuditAction action, long run) {
    String job = operator.getJobExecution(run).getJobName();
    audit.record(Change.of(action, job + ", run " + run));
  }

  private List<JobInstance> instances(String job, int most) {
    try {
      return operator.getJobInstances(job, 0, most);
    } catch (NoSuchJobException neverRun) {
      return List.of();
    }
  }
}
