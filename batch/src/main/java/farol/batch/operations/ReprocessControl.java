package farol.batch.operations;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.operations.DomainReprocessing;
import farol.domain.operations.JobRun;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Job {@code reprocess} for one domain; the scheduler's user runs it for whoever may ask. */
@Stateless
@PermitAll
@RunAs("scheduler")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReprocessControl implements DomainReprocessing {
  private static final String JOB = FarolJob.REPROCESS.xmlName();
  private static final String DOMAIN = "domain";

  @Inject AuditLog audit;

  private final JobOperator operator = BatchRuntime.getJobOperator();

  @Override
  public JobRun start(long accountId, String domain) {
    return run(underWay(domain).orElseGet(() -> startNew(accountId, domain)));
  }

  /** Written down first: the job repository has transactions of its own. */
  private long startNew(long accountId, String domain) {
    audit.record(accountId, Change.of(AuditAction.DOMAIN_REPROCESSED, domain));
    return operator.start(JOB, parameters(domain));
  }

  @Override
  public Optional<JobRun> find(String domain, long run) {
    try {
      return isFor(domain, run) ? Optional.of(run(run)) : Optional.empty();
    } catch (NoSuchJobExecutionException unknown) {
      return Optional.empty();
    }
  }

  private Optional<Long> underWay(String domain) {
    try {
      List<Long> running = operator.getRunningExecutions(JOB);
      return running.stream().filter(run -> isFor(domain, run)).findFirst();
    } catch (NoSuchJobException neverRun) {
      return Optional.empty();
    }
  }

  private boolean isFor(String domain, long run) {
    return operator.getJobExecution(run).getJobName().equals(JOB)
        && domain.equals(operator.getParameters(run).getProperty(DOMAIN));
  }

  private JobRun run(long number) {
    return JobRuns.of(operator.getJobExecution(number), operator);
  }

  private static Properties parameters(String domain) {
    Properties parameters = new Properties();
    parameters.setProperty(DOMAIN, domain);
    return parameters;
  }
}
