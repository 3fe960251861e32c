package farol.batch.schedule;

import farol.batch.operations.FarolJob;
import farol.domain.diagnosis.ProblemService;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.trend.AccountDay;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import farol.imports.ImportLedger;
import farol.imports.ImportTidying;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Starts jobs where there is work and no run of theirs is under way. The timers are persistent: of
 * several nodes on one database, one fires. Only the one for imports is not, since each node has
 * its files to itself.
 */
@Singleton
@Startup
@RunAs("scheduler")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSchedule {
  @Inject RollupService rollups;
  @Inject ProblemService problems;
  @Inject MonitoredDomainService domains;
  @Inject ImportLedger imports;
  @Inject ImportTidying importFiles;
  @Inject Jobs jobs;

  /** Every minute; less often where days are so full that the job would keep reports waiting. */
  @Schedule(hour = "*", minute = "*", info = "report-rollup")
  void rollUp() {
    if (hasChanges() && jobs.hasRested(FarolJob.REPORT_ROLLUP)) {
      jobs.start(FarolJob.REPORT_ROLLUP);
    }
  }

  private boolean hasChanges() {
    return !rollups.dirty(DomainDay.FIRST, 1).isEmpty()
        || !rollups.dirtyOfAccounts(AccountDay.FIRST, 1).isEmpty()
        || !problems.due(0, 1).isEmpty();
  }

  @Schedule(hour = "*", minute = "*", second = "30", info = "dns-recheck")
  void recheck() {
    if (!domains.due(0, 1).isEmpty()) {
      jobs.start(FarolJob.DNS_RECHECK);
    }
  }

  /** Somebody waits for it. What imports leave behind goes also while a run is under way. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "import-reports")
  void importReports() {
    if (imports.hasWork()) {
      jobs.startAnother(FarolJob.IMPORT_REPORTS);
    } else if (importFiles.hasWork()) {
      importFiles.tidy();
    }
  }

  /** Once a day, when few people look at pages. */
  @Schedule(hour = "3", minute = "10", info = "retention")
  void dropExpired() {
    jobs.start(FarolJob.RETENTION);
  }
}
