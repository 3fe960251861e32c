package farol.web.failures;

import farol.domain.diagnosis.OpenProblems;
import farol.domain.diagnosis.Problem;
import farol.domain.shared.DayRange;
import farol.domain.trend.TrendService;
import farol.web.kit.Range;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What is still broken at the account's domains, by what was reported lately. */
@Dependent
public class ProblemList {
  @Inject TrendService trends;
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  /** The worst first. */
  public List<Problem> ofAll() {
    long account = signedIn.accountId();
    DayRange lately = Range.lately(clock);
    return OpenProblems.in(
        trends.failureGroups(account, lately), trends.reporterDays(account, lately));
  }

  /** Those of one domain. */
  public List<Problem> ofDomain(String name) {
    return ofAll().stream().filter(problem -> problem.domain().equals(name)).toList();
  }
}
