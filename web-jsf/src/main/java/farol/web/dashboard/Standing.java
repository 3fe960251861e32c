package farol.web.dashboard;

import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.LatestReport;
import farol.web.failures.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a domain stands, in a word.
 *
 * @param code the word for programs: what the worst problem leads to, or {@code pending}, {@code
 *     suspended}, {@code no-reports}, {@code undiagnosed}, {@code silent} or {@code ok}
 * @param tone names it in the style sheet
 * @param textKey of the word for people
 */
record Standing(String code, String tone, String textKey) {
  /**
   * Of one of an account's domains.
   *
   * @param last null where no report has ever come
   * @param problems those of all domains
   */
  static Standing of(
      MonitoredDomain domain, @Nullable LatestReport last, ProblemSummary problems, Instant now) {
    if (!domain.isVerified()) {
      String state = domain.state().name();
      return new Standing(state.toLowerCase(Locale.ROOT), "waiting", "state." + state);
    }
    return ofVerified(domain.name().value(), last, problems, now);
  }

  static Standing ofVerified(
      String domain, @Nullable LatestReport last, ProblemSummary problems, Instant now) {
    if (last == null) {
      return new Standing("no-reports", "waiting", "standing.no-reports");
    }
    if (problems.undiagnosed().contains(domain)) {
      return new Standing("undiagnosed", "waiting", "standing.undiagnosed");
    }
    return Optional.ofNullable(problems.broken().get(domain))
        .map(Consequence::key)
        .map(Standing::broken)
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
