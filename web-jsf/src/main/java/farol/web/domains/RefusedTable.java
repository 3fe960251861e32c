package farol.web.domains;

import farol.domain.quarantine.Quarantine;
import farol.domain.quarantine.RefusedBody;
import farol.web.export.Column;
import farol.web.export.Pieces;
import farol.web.export.Table;
import farol.web.export.TableSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The list of what was posted for a domain and refused. */
@RequestScoped
public class RefusedTable implements TableSource {
  private static final List<Column<RefusedBody>> COLUMNS =
      List.of(
          new Column<>("id", RefusedBody::id),
          new Column<>("receivedAt", RefusedBody::receivedAt),
          new Column<>("code", RefusedBody::code),
          new Column<>("detail", RefusedBody::detail),
          new Column<>("bytes", RefusedBody::bytes));

  @Inject OwnDomain own;
  @Inject Quarantine quarantine;

  @Override
  public String name() {
    return "refused";
  }

  @Override
  public Optional<Table<RefusedBody>> find(HttpServletRequest request) {
    return own.find(request.getParameter("name"))
        .map(
            domain ->
                new Table<>(
                    domain.name() + "-refused",
                    COLUMNS,
                    Pieces.of(last -> quarantine.after(domain.id(), last, Pieces.SIZE))));
  }
}
