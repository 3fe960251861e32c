package farol.web.failures;

import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.web.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether anything is broken right now, in a sentence or two.
 *
 * @param tone names the worst consequence in the style sheet; {@code ok} where there is none, and
 *     {@code waiting} where nobody knows yet
 */
public record Verdict(String tone, String sentence) {
  /** Reporters send once a day, so two days of silence are still normal. */
  public static final Duration SILENCE = Duration.ofDays(2);

  /**
   * What a verdict is made from.
   *
   * @param problems what is open at these domains
   * @param lastReport when the last one came; empty before the first
   */
  public record Evidence(
      DomainCounts domains, ProblemSummary problems, Optional<Instant> lastReport) {}

  /** The verdict at a time. */
  public static Verdict of(Evidence evidence, Instant now, Texts texts) {
    if (evidence.domains().all() == 0) {
      return new Verdict("waiting", texts.get("verdict.no-domains"));
    }
    if (evidence.domains().verified() == 0) {
      return new Verdict("waiting", texts.format("verdict.unproven", evidence.domains().all()));
    }
    if (evidence.lastReport().isEmpty()) {
      return new Verdict("waiting", texts.get("verdict.no-reports"));
    }
    Duration age = Duration.between(evidence.lastReport().get(), now);
    boolean silent = age.compareTo(SILENCE) > 0;
    String heard = texts.format(silent ? "verdict.silent" : "verdict.last-report", texts.ago(age));
    Verdict found = of(evidence.problems(), silent, texts);
    return new Verdict(found.tone(), found.sentence() + " " + heard);
  }

  /** Of problems: how many there are, and how many of them are of the worst kind. */
  private static Verdict of(ProblemSummary problems, boolean silent, Texts texts) {
    if (problems.isClear()) {
      return new Verdict(silent ? "information" : "ok", texts.get("verdict.clear"));
    }
    return problems
        .worst()
        .map(
            worst ->
                new Verdict(
                    worst.key(),
                    texts.format("verdict.problems", problems.total())
                        + " "
                        + texts.format(
                            "verdict." + worst.key(), problems.problems().getOrDefault(worst, 0L))))
        .orElseGet(() -> new Verdict("waiting", texts.get("verdict.undiagnosed")));
  }
}
