package farol.web.domains;

import farol.domain.posture.Change;
import farol.domain.published.CertificateFacts;
import farol.domain.survey.Observed;
import farol.web.domains.LineDifference.Fate;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change in the list of a domain's changes.
 *
 * @param first whether it is no change, but what was there when somebody first looked
 * @param tone names in the style sheet what happened
 * @param event says it
 * @param kind what it happened to
 * @param subject which one of that kind; empty where there is only one. Outside text
 * @param more how many lines are not shown, in words; empty where all are
 */
public record ChangeRow(
    boolean first,
    String tone,
    String event,
    String kind,
    String subject,
    List<Line> lines,
    String more) {
  private static final int MOST_LINES = 100;

  /**
   * A line of what was or is there.
   *
   * @param fate names in the style sheet what became of it
   * @param sign of the same
   * @param word for the same
   * @param text outside text
   */
  public record Line(String fate, String sign, String word, String text) {}

  public ChangeRow {
    lines = List.copyOf(lines);
  }

  static ChangeRow of(Change change, Map<String, CertificateFacts> certificates, Texts texts) {
    List<LineDifference.Line> all =
        LineDifference.between(
                lines(change.kind(), change.before(), certificates, texts),
                lines(change.kind(), change.after(), certificates, texts))
            .lines();
    Event event = Event.of(change.earlier(), change.later());
    return new ChangeRow(
        event == Event.FIRST_SEEN || event == Event.FIRST_MISSED,
        event == Event.GONE ? "unprotected" : "information",
        texts.get("change.event." + event),
        texts.get("change.kind." + change.kind()),
        subject(change.subject()),
        all.stream().limit(MOST_LINES).map(line -> line(line, texts)).toList(),
        all.size() > MOST_LINES ? texts.format("change.more", all.size() - MOST_LINES) : "");
  }

  /** What happened. */
  enum Event {
    /** It was there already when somebody looked for the first time. */
    FIRST_SEEN,
    /** There was none when somebody looked for the first time. */
    FIRST_MISSED,
    PUBLISHED,
    CHANGED,
    GONE,
    /** There was none, and nobody looks for one any more. */
    DROPPED;

    static Event of(@Nullable String earlier, @Nullable String later) {
      boolean isThere = later != null && !later.isEmpty();
      if (earlier == null) {
        return isThere ? FIRST_SEEN : FIRST_MISSED;
      }
      if (earlier.isEmpty()) {
        return isThere ? PUBLISHED : DROPPED;
      }
      return isThere ? CHANGED : GONE;
    }
  }

  /** Addresses stand after the name of their host. */
  private static String subject(String subject) {
    return switch (subject) {
      case "ipv4" -> "IPv4";
      case "ipv6" -> "IPv6";
      default -> subject;
    };
  }

  private static List<String> lines(
      Observed kind,
      Optional<String> value,
      Map<String, CertificateFacts> certificates,
      Texts texts) {
    List<String> lines = value.stream().flatMap(String::lines).toList();
    return Observed.OF_CERTIFICATES.contains(kind)
        ? lines.stream().map(line -> certificate(line, certificates, texts)).toList()
        : lines;
  }

  private static String certificate(
      String fingerprint, Map<String, CertificateFacts> certificates, Texts texts) {
    CertificateFacts facts = certificates.get(fingerprint);
    return facts == null
        ? texts.format("change.fingerprint", fingerprint)
        : texts.format(
            "change.certificate",
            facts.subject(),
            facts.issuer(),
            texts.instant(facts.validUntil()),
            fingerprint);
  }

  private static Line line(LineDifference.Line line, Texts texts) {
    return switch (line.fate()) {
      case KEPT -> new Line("kept", "", texts.get("change.line." + Fate.KEPT), line.text());
      case REMOVED ->
          new Line("removed", "−", texts.get("change.line." + Fate.REMOVED), line.text());
      case ADDED -> new Line("added", "+", texts.get("change.line." + Fate.ADDED), line.text());
    };
  }
}
