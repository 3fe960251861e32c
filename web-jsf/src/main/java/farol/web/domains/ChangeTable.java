package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.posture.Change;
import farol.domain.posture.PostureService;
import farol.web.export.Column;
import farol.web.export.Pieces;
import farol.web.export.Table;
import farol.web.export.TableSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The timeline of what changed of what a domain publishes; certificates by their fingerprints. */
@RequestScoped
public class ChangeTable implements TableSource {
  private static final List<Column<Change>> COLUMNS =
      List.of(
          new Column<>("at", Change::at),
          new Column<>("kind", change -> change.kind().name().toLowerCase(Locale.ROOT)),
          new Column<>("subject", Change::subject),
          new Column<>("before", Change::earlier),
          new Column<>("after", Change::later));

  @Inject OwnDomain own;
  @Inject PostureService postures;

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public Optional<Table<Change>> find(HttpServletRequest request) {
    ChangeTopic topic = ChangeTopic.of(request.getParameter("kind"));
    return own.find(request.getParameter("name")).map(domain -> table(domain, topic));
  }

  private Table<Change> table(MonitoredDomain domain, ChangeTopic topic) {
    return new Table<>(
        domain.name() + "-changes",
        COLUMNS,
        Pieces.of(last -> postures.changesAfter(domain.id(), topic.kinds(), last, Pieces.SIZE)));
  }
}
