package farol.imports;

import farol.domain.audit.AuditAction;
import farol.store.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports of files and folders on the installation itself, by its command line: outside the server,
 * which reads them where they are. Each call is a transaction.
 */
public final class LocalImports {
  private static final String ACTOR = "command line";

  private final Sql sql;
  private final ImportStore imports = new ImportStore();

  public LocalImports(Sql sql) {
    this.sql = sql;
    imports.sql = sql;
  }

  /** Whom accounts are named after, in the order of their names. */
  public List<String> accounts() {
    return sql.list("select founder from account order by founder", row -> row.getString(1));
  }

  public Optional<Long> account(String founder) {
    return sql.find("select id from account where founder = ?", row -> row.getLong(1), founder);
  }

  /**
   * Has a file or folder imported.
   *
   * @param path from the root on
   * @param bytes of a file; 0 of a folder
   * @param node the data directory of the server that will read it
   * @return the import's key
   * @see ImportFolder#node
   */
  public long begin(long accountId, Path path, long bytes, String node) {
    return sql.find(
            """
            with added as (
              insert into report_import (account_id, name, created_at, created_by, node, path, state, due_at, bytes)
              values (?, ?, now(), ?, ?, ?, 'WAITING', now(), ?) returning id, account_id, created_at, created_by, name),
            noted as (
              insert into audit_entry (at, account_id, actor, action, subject)
              select created_at, account_id, created_by, ?, name from added)
            select id from added
            """,
            row -> row.getLong(1),
            accountId,
            ImportStore.shown(name(path)),
            ACTOR,
            node,
            path.toString(),
            bytes,
            AuditAction.IMPORT_ADDED.name())
        .orElseThrow();
  }

  private static String name(Path path) {
    @Nullable Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Where an import stands; empty where it is gone. */
  public Optional<ReportImport> find(long accountId, long id) {
    return imports.find(accountId, id);
  }

  /** What it did not take, in the order of the file. */
  public List<ImportRefusal> refusals(long accountId, long id, int most) {
    return imports.refusals(accountId, id, 0, most);
  }
}
