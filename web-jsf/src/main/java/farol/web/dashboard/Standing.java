package farol.web.dashboard;

import farol.domain.diagnosis.Problem;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.LatestReport;
import farol.web.failures.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a domain stands, in a word.
 *
 * @param code the word for programs: what the worst problem leads to, or {@code pending}, {@code
 *     suspended}, {@code no-reports}, {@code silent} or {@code ok}
 * @param tone names it in the style sheet
 * @param textKey of the word for people
 */
record Standing(String code, String tone, String textKey) {
  /**
   * Of one of an account's domains.
   *
   * @param last null where no report has ever come
   * @param worstFirst the problems of all domains
   */
  static Standing of(
      MonitoredDomain domain, @Nullable LatestReport last, List<Problem> worstFirst, Instant now) {
    if (!domain.isVerified()) {
      String state = domain.state().name();
      return new Standing(state.toLowerCase(Locale.ROOT), "waiting", "state." + state);
    }
    if (last == null) {
      return new Standing("no-reports", "waiting", "standing.no-reports");
    }
    return worstFirst.stream()
        .filter(problem -> problem.domain().equals(domain.name().value()))
        .findFirst()
        .map(problem -> broken(problem.consequence().key()))
        .orElseGet(() -> whole(last, now));
  }

  private static Standing broken(String consequence) {
    return new Standing(consequence, consequence, "consequence." + consequence);
  }

  private static Standing whole(LatestReport last, Instant now) {
    boolean silent = Duration.between(last.receivedAt(), now).compareTo(Verdict.SILENCE) > 0;
    return silent
        ? new Standing("silent", "information", "standing.silent")
        : new Standing("ok", "ok", "standing.ok");
  }
}
