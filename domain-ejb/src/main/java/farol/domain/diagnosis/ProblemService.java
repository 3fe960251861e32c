package farol.domain.diagnosis;

import farol.domain.shared.DayRange;
import farol.domain.trend.TrendService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Keeps what is still broken at each verified domain, 500 problems at most, found from its roll-ups
 * of the last 14 days: anew when one of these has changed, and on each new day.
 */
@Stateless
public class ProblemService {
  private static final int DAYS = 14;

  /** So many hosts cannot be mended one by one, and no domain has them. */
  private static final int MOST = 500;

  @Inject ProblemStore problems;
  @Inject TrendService trends;
  @Inject Clock clock;

  /** The days in which problems are looked for. */
  public static DayRange lately(Clock clock) {
    return DayRange.endingOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), DAYS);
  }

  /** Keys of domains to be diagnosed, in order, after the one given. */
  public List<Long> due(long after, int most) {
    return problems.due(lately(clock).last(), after, most);
  }

  /** Diagnoses a domain; doing so twice gives the same. Does nothing where it is gone. */
  public void diagnose(long domainId) {
    problems
        .hold(domainId)
        .ifPresent(
            name -> {
              DayRange lately = lately(clock);
              long version = trends.version(domainId); // before what it is the version of is read
              problems.replace(
                  domainId,
                  OpenProblems.some(
                      OpenProblems.of(
                          name,
                          trends.failureGroups(domainId, lately),
                          trends.reporterDays(domainId, lately)),
                      MOST));
              problems.diagnosed(domainId, version, lately.last());
            });
  }

  /**
   * What is still broken at the verified domains of an account, worst first.
   *
   * @param most where there are more, the last are left out
   */
  public List<Problem> ofAccount(long accountId, int most) {
    return problems.ofAccount(accountId, most);
  }

  /** What is still broken at one domain that is verified, worst first. */
  public List<Problem> ofDomain(long domainId) {
    return problems.ofDomain(domainId, MOST);
  }

  /** How much is still broken at the verified domains of an account. */
  public ProblemSummary summaryOfAccount(long accountId) {
    return problems.summaryOfAccount(accountId);
  }

  /** The same of one domain that is verified. */
  public ProblemSummary summaryOfDomain(long domainId) {
    return problems.summaryOfDomain(domainId);
  }

  /** Whether nothing has changed since all verified domains of the account were diagnosed. */
  public boolean isCurrent(long accountId) {
    return problems.isCurrent(accountId, lately(clock).last());
  }
}
