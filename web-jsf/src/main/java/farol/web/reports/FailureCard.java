package farol.web.reports;

import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.PolicyMode;
import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.web.kit.Texts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A failure with what it means and what to do.
 *
 * @param tone names the consequence in the style sheet
 * @param code the result type as reported
 * @param information what the sender adds; empty where nothing. Outside text
 * @param link the same, if it is an https address; else empty
 */
public record FailureCard(
    String tone,
    String consequence,
    String title,
    String code,
    String sessions,
    String cause,
    String confirm,
    String fix,
    List<Fact> facts,
    String information,
    String link) {
  private static final Pattern HTTPS = Pattern.compile("https://[!-~&&[^\"<>\\\\]]{1,2000}");

  public FailureCard {
    facts = List.copyOf(facts);
  }

  public boolean isLinked() {
    return !link.isEmpty();
  }

  public boolean isCommented() {
    return !information.isEmpty() && link.isEmpty();
  }

  static FailureCard of(FailureDetail failure, PolicyType type, PolicyMode mode, Texts texts) {
    Cause cause = Cause.of(failure.resultType(), failure.failureReasonCode());
    String consequence = Consequence.of(cause, type, mode).key();
    String prefix = "cause." + cause.key();
    String information =
        failure.additionalInformation() == null ? "" : failure.additionalInformation().strip();
    return new FailureCard(
        consequence,
        texts.get("consequence." + consequence),
        texts.get(prefix + ".title"),
        failure.resultType() == null ? "" : failure.resultType().value(),
        texts.format("report.failure.sessions", failure.failedSessions()),
        texts.get(prefix + ".cause"),
        texts.get(prefix + ".confirm"),
        texts.get(prefix + ".fix"),
        Fact.of(failure, texts),
        information,
        HTTPS.matcher(information).matches() ? information : "");
  }
}
