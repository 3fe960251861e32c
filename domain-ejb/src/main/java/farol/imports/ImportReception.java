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

/** Imports whose files come in. */
@Stateless
public class ImportReception {
  @Inject ReceptionStore imports;
  @Inject ImportStore shown;
  @Inject ImportFolder folder;
  @Inject AuditLog audit;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Opens an import whose file comes in now.
   *
   * @return its key
   * @throws ImportRefusedException if the account has as many as it may
   */
  public long announce(long accountId, String name) {
    long most = settings.number(Setting.LIMIT_IMPORTS_WAITING);
    imports.lockAccount(accountId);
    if (imports.countKept(accountId) >= most) {
      throw new ImportRefusedException(
          Reason.TOO_MANY,
          "an account must have at most "
              + most
              + " imports that wait, run or have failed, and has as many");
    }
    return imports.add(accountId, name, folder.node(), Actor.current().name(), clock.instant());
  }

  /**
   * Requires that an import is to have its file still.
   *
   * @throws ImportRefusedException if it was cancelled, or its account deleted
   */
  public void requireWanted(long id) {
    if (!imports.isReceiving(id)) {
      throw cancelled();
    }
  }

  /**
   * The file is here, and waits now.
   *
   * @throws ImportRefusedException if the import was cancelled meanwhile
   */
  public ReportImport received(long accountId, long id, long bytes) {
    if (!imports.received(id, bytes, clock.instant())) {
      throw cancelled();
    }
    ReportImport received = shown.find(accountId, id).orElseThrow();
    audit.record(accountId, Change.of(AuditAction.IMPORT_ADDED, received.name()));
    return received;
  }

  private static ImportRefusedException cancelled() {
    return new ImportRefusedException(
        Reason.CANCELLED, "this import was cancelled while its file came in");
  }

  /** Drops an import whose file broke off. */
  public void forget(long id) {
    imports.forget(id);
  }
}
