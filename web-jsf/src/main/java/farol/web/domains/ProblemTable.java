package farol.web.domains;

import farol.domain.diagnosis.Problem;
import farol.domain.diagnosis.ProblemService;
import farol.domain.monitored.MonitoredDomain;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.export.TooLongException;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

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
  @Inject ProblemService problems;
  @Inject SignedIn signedIn;

  @Override
  public String name() {
    return "problems";
  }

  @Override
  public Optional<Table<Problem>> find(HttpServletRequest request) {
    String name = request.getParameter("name");
    return name == null
        ? Optional.of(table("problems", ofAccount()))
        : own.find(name)
            .filter(MonitoredDomain::isVerified)
            .map(domain -> table(domain.name() + "-problems", problems.ofDomain(domain.id())));
  }

  private List<Problem> ofAccount() {
    return problems.ofAccount(signedIn.accountId(), TooLongException.MOST_ROWS + 1);
  }

  private static Table<Problem> table(String name, List<Problem> worstFirst) {
    return new Table<>(name, COLUMNS, TooLongException.check(worstFirst).stream());
  }
}
