package farol.web.audit;

import farol.domain.audit.AuditEntry;
import farol.domain.audit.AuditFilter;
import farol.domain.audit.AuditLog;
import farol.web.export.Column;
import farol.web.export.Pieces;
import farol.web.export.Table;
import farol.web.export.TableSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The audit log, to be taken away. */
@RequestScoped
public class AuditTable implements TableSource {
  private static final List<Column<AuditEntry>> COLUMNS =
      List.of(
          new Column<>("id", AuditEntry::id),
          new Column<>("at", AuditEntry::at),
          new Column<>("account", entry -> entry.accountId().orElse(null)),
          new Column<>("actor", AuditEntry::actor),
          new Column<>("address", entry -> entry.address().orElse(null)),
          new Column<>("action", AuditEntry::action),
          new Column<>("subject", AuditEntry::subject),
          new Column<>("before", entry -> entry.before().orElse(null)),
          new Column<>("after", entry -> entry.after().orElse(null)));

  @Inject AuditLog log;
  @Inject AuditSelection selection;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Optional<Table<AuditEntry>> find(HttpServletRequest request) {
    AuditFilter filter =
        selection.filter(
            request.getParameter("all"),
            request.getParameter("actor"),
            request.getParameter("action"));
    return Optional.of(
        new Table<>(
            "farol-audit", COLUMNS, Pieces.of(last -> log.after(filter, last, Pieces.SIZE))));
  }
}
