package farol.web.kit;

import farol.domain.diagnosis.Problem;

/**
 * An open problem as pages tell it.
 *
 * @param tone names the consequence in the style sheet
 * @param href the domain's page
 * @param sentence how many sessions, since when, who reported it, where
 * @param cause what usually leads to it
 * @param confirm how to make sure
 * @param fix what to do
 */
public record ProblemRow(
    String tone,
    String consequence,
    String causeKey,
    String title,
    String domain,
    String href,
    String sentence,
    String cause,
    String confirm,
    String fix) {

  public static ProblemRow of(Problem problem, Texts texts) {
    String prefix = "cause." + problem.cause().key();
    return new ProblemRow(
        problem.consequence().key(),
        texts.get("consequence." + problem.consequence().key()),
        problem.cause().key(),
        texts.get(prefix + ".title"),
        problem.domain(),
        "domain?name=" + problem.domain(),
        sentence(problem, texts),
        texts.get(prefix + ".cause"),
        texts.get(prefix + ".confirm"),
        texts.get(prefix + ".fix"));
  }

  private static String sentence(Problem problem, Texts texts) {
    String reported =
        texts.format(
            "problem.sentence",
            problem.sessions(),
            texts.shortDay(problem.since()),
            texts.list(problem.reporters()));
    return problem.mxHosts().isEmpty()
        ? reported
        : reported + " " + texts.format("problem.hosts", texts.list(problem.mxHosts()));
  }
}
