package farol.web.dashboard;

import farol.domain.trend.DomainReporterDay;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.export.TooLongException;
import farol.web.kit.Range;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who reported on which of the last days, and about which domain. */
@RequestScoped
public class HeartbeatTable implements TableSource {
  private static final List<Column<DomainReporterDay>> COLUMNS =
      List.of(
          new Column<>("domain", DomainReporterDay::domain),
          new Column<>("organization", day -> day.reported().organization()),
          new Column<>("day", day -> day.reported().day()),
          new Column<>("successful", day -> day.reported().sessions().successful()),
          new Column<>("failed", day -> day.reported().sessions().failed()),
          new Column<>("reports", day -> day.reported().reports()));

  @Inject TrendService trends;
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  @Override
  public String name() {
    return "heartbeat";
  }

  @Override
  public Optional<Table<DomainReporterDay>> find(HttpServletRequest request) {
    List<DomainReporterDay> days =
        trends.reporterDaysByDomain(
            signedIn.accountId(), Range.lately(clock), TooLongException.MOST_ROWS + 1);
    return Optional.of(new Table<>("reporters", COLUMNS, TooLongException.check(days).stream()));
  }
}
