package farol.imports;

import static farol.imports.ImportStore.utc;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The table of imports, while their files come in. */
@Dependent
class ReceptionStore {
  @Inject Sql sql;

  /** Holds the account against other imports until the transaction ends. */
  void lockAccount(long accountId) {
    sql.find("select 1 from account where id = ? for no key update", row -> true, accountId);
  }

  /** How many of an account hold a file, or will. */
  long countKept(long accountId) {
    return sql.find(
            """
            select count(*) from report_import
            where account_id = ? and state in ('RECEIVING', 'WAITING', 'RUNNING', 'FAILED')
            """,
            row -> row.getLong(1),
            accountId)
        .orElseThrow();
  }

  long add(long accountId, String name, String node, String createdBy, Instant now) {
    return sql.find(
            """
            insert into report_import (account_id, name, node, created_by, created_at, due_at, state)
            values (?, ?, ?, ?, ?, ?, 'RECEIVING') returning id
            """,
            row -> row.getLong(1),
            accountId,
            name,
            node,
            createdBy,
            utc(now),
            utc(now))
        .orElseThrow();
  }

  boolean isReceiving(long id) {
    return sql.find(
            "select 1 from report_import where id = ? and state = 'RECEIVING'", row -> true, id)
        .isPresent();
  }

  /** False where it was cancelled. */
  boolean received(long id, long bytes, Instant now) {
    return sql.update(
            """
            update report_import set state = 'WAITING', bytes = ?, due_at = ? where id = ? and state = 'RECEIVING'
            """,
            bytes,
            utc(now),
            id)
        > 0;
  }

  void forget(long id) {
    sql.update("delete from report_import where id = ? and state = 'RECEIVING'", id);
  }
}
