package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DayRange;
import farol.domain.trend.Day;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Selection;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sessions by day, days without reports included: of one domain, or of all of the account. */
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
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  @Override
  public String name() {
    return "days";
  }

  @Override
  public Optional<Table<Day>> find(HttpServletRequest request) {
    DayRange days = selection.range("").upToToday(clock);
    String name = request.getParameter("name");
    return name == null
        ? Optional.of(table("days", trends.overview(signedIn.accountId(), days).days()))
        : own.find(name)
            .filter(MonitoredDomain::isVerified)
            .map(domain -> table(domain.name() + "-days", trends.days(domain.id(), days)));
  }

  private static Table<Day> table(String name, List<Day> days) {
    return new Table<>(name, COLUMNS, days.stream());
  }
}
