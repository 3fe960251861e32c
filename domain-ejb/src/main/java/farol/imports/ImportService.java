package farol.imports;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The imports of an account, in the hands of its members. */
@Stateless
public class ImportService {
  @Inject ImportStore imports;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /**
   * A part of all imports, the latest first.
   *
   * @param skipped how many to leave out, 0 or more
   * @param most 1 to 500
   */
  public List<ReportImport> list(long accountId, long skipped, int most) {
    return imports.list(accountId, skipped, most);
  }

  public long count(long accountId) {
    return imports.count(accountId);
  }

  /** An import; empty where the account has no such import. */
  public Optional<ReportImport> find(long accountId, long id) {
    return imports.find(accountId, id);
  }

  /**
   * A part of the list of what an import did not take, in the order of the file. Of each verdict
   * the first {@value ImportStore#MOST_LISTED} are in it.
   *
   * @param skipped how many to leave out, 0 or more
   * @param most 1 to 500
   */
  public List<ImportRefusal> refusals(long accountId, long id, long skipped, int most) {
    return imports.refusals(accountId, id, skipped, most);
  }

  /** The length of that list. */
  public long countRefusals(long accountId, long id) {
    return imports.countRefusals(accountId, id);
  }

  /**
   * Ends an import; what it has stored stays. One that is done stays as it is.
   *
   * @return the import as it is now; empty where the account has no such import
   */
  public Optional<ReportImport> cancel(long accountId, long id) {
    return changed(
        accountId,
        id,
        AuditAction.IMPORT_CANCELLED,
        imports.cancel(accountId, id, clock.instant()));
  }

  /**
   * Has an import tried again that was given up, from where it stood. Another one stays as it is.
   *
   * @return the import as it is now; empty where the account has no such import
   */
  public Optional<ReportImport> retry(long accountId, long id) {
    return changed(
        accountId, id, AuditAction.IMPORT_RETRIED, imports.retry(accountId, id, clock.instant()));
  }

  private Optional<ReportImport> changed(
      long accountId, long id, AuditAction action, boolean isChange) {
    Optional<ReportImport> found = imports.find(accountId, id);
    if (isChange) {
      found.ifPresent(now -> audit.record(accountId, Change.of(action, now.name())));
    }
    return found;
  }
}
