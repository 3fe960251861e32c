package farol.imports;

import farol.domain.audit.Actor;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.imports.ImportRefusedException.Reason;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** How far each import has come, for those who receive files and for the job. */
@Stateless
public class ImportLedger {
  @Inject LedgerStore imports;
  @Inject ImportStore shown;
  @Inject AuditLog audit;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Opens an import whose file comes in now.
   *
   * @param node whose disk the file goes to
   * @return its key
   * @throws ImportRefusedException if the account has as many as it may
   */
  public long announce(long accountId, String name, String node) {
    long most = settings.number(Setting.LIMIT_IMPORTS_WAITING);
    imports.lockAccount(accountId);
    if (imports.countKept(accountId) >= most) {
      throw new ImportRefusedException(
          Reason.TOO_MANY,
          "an account must have at most "
              + most
              + " imports that wait, run or have failed, and has as many");
    }
    return imports.add(accountId, name, node, Actor.current().name(), clock.instant());
  }

  /** The file is here; unless the import was cancelled meanwhile, it waits now. */
  public ReportImport received(long accountId, long id, long bytes) {
    if (imports.received(id, bytes, clock.instant())) {
      audit.record(
          accountId,
          Change.of(AuditAction.IMPORT_ADDED, shown.find(accountId, id).orElseThrow().name()));
    }
    return shown.find(accountId, id).orElseThrow();
  }

  /** Drops an import whose file broke off. */
  public void forget(long id) {
    imports.forget(id);
  }
}
