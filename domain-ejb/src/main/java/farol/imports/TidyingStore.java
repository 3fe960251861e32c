package farol.imports;

import static farol.imports.ImportStore.utc;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The table of imports, as it says which files are needed. */
@Dependent
class TidyingStore {
  @Inject Sql sql;

  /** Imports whose files come in, or came, since before then. */
  List<Long> receiving(String node, Instant before) {
    return sql.list(
        "select id from report_import where node = ? and state = 'RECEIVING' and created_at < ?",
        row -> row.getLong(1),
        node,
        utc(before));
  }

  void forget(long id) {
    sql.update("delete from report_import where id = ? and state = 'RECEIVING'", id);
  }

  /** Imports that were cancelled when a run had lost them, so that none has come to their ends. */
  List<Long> cancelled(String node, String holder, Instant now) {
    return sql.list(
        """
        select id from report_import
        where node = ? and state = 'CANCELLED' and holder is not null and (holder <> ? or due_at <= ?)
        """,
        row -> row.getLong(1),
        node,
        holder,
        utc(now));
  }

  /** Those of some files whose imports are over for good, or gone. */
  List<Long> unneeded(List<Long> files) {
    return sql.list(
        """
        select file from unnest(?::bigint[]) file where not exists (
          select 1 from report_import where id = file and state in ('RECEIVING', 'WAITING', 'RUNNING', 'FAILED'))
        """,
        row -> row.getLong(1),
        (Object) files.toArray(Long[]::new));
  }
}
