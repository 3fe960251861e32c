package farol.web.domains;

import farol.domain.diagnosis.OpenProblems;
import farol.domain.diagnosis.Problem;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DayRange;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Range;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is still broken: at one domain, or at all of the account. */
@RequestScoped
public class ProblemTable implements TableSource {
  private static final List<Column<Problem>> COLUMNS =
      List.of(
          new Column<>("domain", Problem::domain),
          new Column<>("receivingMxHostname", Problem::mxHost),
          new Column<>("cause", problem -> problem.cause().key()),
          new Column<>("consequence", problem -> problem.consequence().key()),
          new Column<>("since", Problem::since),
          new Column<>("lastSeen", Problem::lastSeen),
          new Column<>("failed", Problem::sessions),
          new Column<>("organizations", Problem::reporters));

  @Inject OwnDomain own;
  @Inject TrendService trends;
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  @Override
  public String name() {
    return "problems";
  }

  @Override
  public Optional<Table<Problem>> find(HttpServletRequest request) {
    String name = request.getParameter("name");
    return name == null
        ? Optional.of(new Table<>("problems", COLUMNS, open()))
        : own.find(name).filter(MonitoredDomain::isVerified).map(this::table);
  }

  private Table<Problem> table(MonitoredDomain domain) {
    return new Table<>(
        domain.name() + "-problems",
        COLUMNS,
        open().filter(problem -> problem.domain().equals(domain.name().value())));
  }

  /** The worst first. */
  private Stream<Problem> open() {
    long account = signedIn.accountId();
    DayRange lately = Range.lately(clock);
    return OpenProblems.in(
        trends.failureGroups(account, lately), trends.reporterDays(account, lately))
        .stream();
  }
}
