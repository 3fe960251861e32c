package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DayRange;
import farol.domain.trend.Day;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Selection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A domain's sessions by day, days without reports included. */
@RequestScoped
public class DayTable implements TableSource {
  private static final List<Column<Day>> COLUMNS =
      List.of(
          new Column<>("day", Day::day),
          new Column<>("successful", day -> day.sessions().successful()),
          new Column<>("failed", day -> day.sessions().failed()),
          new Column<>("reports", Day::reports));

  @Inject OwnDomain own;
  @Inject TrendService trends;
  @Inject Selection selection;
  @Inject Clock clock;

  @Override
  public String name() {
    return "days";
  }

  @Override
  public Optional<Table<Day>> find(HttpServletRequest request) {
    return own.find(request.getParameter("name"))
        .filter(MonitoredDomain::isVerified)
        .map(this::table);
  }

  private Table<Day> table(MonitoredDomain domain) {
    DayRange days = selection.range("").upToToday(clock);
    return new Table<>(domain.name() + "-days", COLUMNS, trends.days(domain.id(), days).stream());
  }
}
