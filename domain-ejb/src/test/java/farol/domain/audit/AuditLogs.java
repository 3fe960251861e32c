package farol.domain.audit;

import farol.store.Sql;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** What a container makes of the audit log, without one; for tests. */
public final class AuditLogs {
  private AuditLogs() {}

  /** One that writes in the transaction of {@code entities}. */
  public static AuditLog on(EntityManager entities, Clock clock) {
    AuditLog log = new AuditLog();
    log.entries = new AuditStore();
    log.entries.entities = entities;
    log.clock = clock;
    return log;
  }

  /** All entries in the order of writing: actor, action, subject and, where they are, values. */
  public static List<String> lines(Sql sql) {
    return sql.list(
        """
        select concat_ws(' ', actor, action, subject,
          case when before is not null or after is not null
            then concat('[', before, '] -> [', after, ']') end)
        from audit_entry order by id
        """,
        row -> row.getString(1));
  }
}
