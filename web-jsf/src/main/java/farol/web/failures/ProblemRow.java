package farol.web.failures;

import farol.domain.diagnosis.Problem;
import farol.domain.shared.DayRange;
import farol.domain.trend.FailureQuestion;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import java.util.EnumMap;
import java.util.Map;

/**
 * An open problem as pages tell it.
 *
 * @param tone names the consequence in the style sheet
 * @param href the domain's page
 * @param mxHost where it happened; empty where no host is to blame. Outside text
 * @param failures an address of the failures that it was found by
 * @param sentence how many sessions, since when, who reported it
 */
public record ProblemRow(
    String tone,
    String consequence,
    String causeKey,
    CauseText text,
    String domain,
    String href,
    String mxHost,
    String failures,
    String sentence) {

  /**
   * Tells of a problem.
   *
   * @param days those that were looked at
   */
  public static ProblemRow of(Problem problem, DayRange days, Texts texts) {
    return new ProblemRow(
        problem.consequence().key(),
        texts.get("consequence." + problem.consequence().key()),
        problem.cause().key(),
        CauseText.of(problem.cause(), texts),
        problem.domain(),
        "domain?name=" + problem.domain(),
        problem.mxHost(),
        address(problem, days).href(),
        sentence(problem, days, texts));
  }

  public boolean isAtHost() {
    return !mxHost.isEmpty();
  }

  private static FailureAddress address(Problem problem, DayRange days) {
    Map<FailureTopic, String> only = new EnumMap<>(FailureTopic.class);
    only.put(FailureTopic.DOMAIN, problem.domain());
    only.put(FailureTopic.CAUSE, problem.cause().key());
    only.put(
        FailureTopic.MX, problem.mxHost().isEmpty() ? FailureQuestion.NOT_GIVEN : problem.mxHost());
    return FailureAddress.ofDays(only, days).by(FailureTopic.REPORTER);
  }

  /** What was there on the first day looked at may have begun before. */
  private static String sentence(Problem problem, DayRange days, Texts texts) {
    return texts.format(
        problem.since().isAfter(days.first()) ? "problem.sentence" : "problem.sentence-longer",
        problem.sessions(),
        texts.shortDay(problem.since()),
        texts.list(problem.reporters()));
  }
}
