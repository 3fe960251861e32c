package farol.web.domains;

import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether DNSSEC proves what is at a name.
 *
 * @param code for programs
 * @param tone names it in the style sheet
 */
public record ProofRow(String name, String code, String tone, String proof) {
  private static final Map<String, String> TONES = Map.of("SECURE", "ok", "BOGUS", "refused");

  /** That of the domain first. */
  static List<ProofRow> of(ShownPosture shown, Texts texts) {
    String domain = shown.domain().name().value();
    return shown.known().sightings().entrySet().stream()
        .filter(seen -> seen.getKey().kind() == Observed.DNSSEC)
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing((Aspect aspect) -> !aspect.subject().equals(domain))
                    .thenComparing(Aspect::subject)))
        .map(
            seen ->
                new ProofRow(
                    seen.getKey().subject(),
                    seen.getValue().value().toLowerCase(Locale.ROOT),
                    TONES.getOrDefault(seen.getValue().value(), "information"),
                    texts.getOr(
                        "published.proof." + seen.getValue().value(), seen.getValue().value())))
        .toList();
  }
}
