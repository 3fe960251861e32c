package farol.web.failures;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.web.kit.Preferences;
import farol.web.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
  private static final Optional<Instant> LATELY = Optional.of(NOW.minus(Duration.ofHours(3)));
  private static final ProblemSummary NOTHING = open(Map.of());

  @Test
  void asksForAFirstDomain() {
    assertThat(verdict(0, 0, NOTHING, Optional.empty()))
        .isEqualTo(
            new Verdict(
                "waiting", "Add your first domain to learn whether mail reaches it over TLS."));
  }

  @Test
  void waitsForProof() {
    assertThat(verdict(1, 0, NOTHING, Optional.empty()).sentence())
        .isEqualTo("Your domain still waits for proof that you own it.");
    assertThat(verdict(2, 0, NOTHING, Optional.empty()).sentence())
        .isEqualTo("Your 2 domains still wait for proof that you own them.");
  }

  @Test
  void waitsForTheFirstReport() {
    assertThat(verdict(1, 1, NOTHING, Optional.empty()).sentence())
        .startsWith("Waiting for the first report.");
  }

  @Test
  void saysThatNothingIsBroken() {
    assertThat(verdict(1, 1, NOTHING, LATELY))
        .isEqualTo(
            new Verdict(
                "ok", "Nothing is broken as far as reporters tell. Last report 3 hours ago."));
  }

  @Test
  void silenceIsNotAllClear() {
    Verdict verdict = verdict(1, 1, NOTHING, Optional.of(NOW.minus(Duration.ofDays(4))));

    assertThat(verdict.tone()).isEqualTo("information");
    assertThat(verdict.sentence())
        .endsWith("But no report has come for a while: the last one 4 days ago.");
  }

  @Test
  void givesNoAllClearBeforeAnybodyHasLooked() {
    ProblemSummary unknown = new ProblemSummary(new TreeMap<>(), Map.of(), Set.of("example.com"));

    assertThat(verdict(1, 1, unknown, LATELY))
        .isEqualTo(
            new Verdict(
                "waiting", "Farol is still working out what is broken. Last report 3 hours ago."));
  }

  @Test
  void countsProblemsAndHowManyAreOfTheWorstKind() {
    ProblemSummary problems =
        open(Map.of(Consequence.REFUSED, 1L, Consequence.WOULD_BE_REFUSED, 1L));

    assertThat(verdict(2, 2, problems, LATELY))
        .isEqualTo(
            new Verdict(
                "refused", "2 open problems. One stops mail now. Last report 3 hours ago."));
  }

  @Test
  void speaksPortuguese() {
    Verdict verdict =
        Verdict.of(
            new Verdict.Evidence(
                new DomainCounts(1, 1), open(Map.of(Consequence.UNPROTECTED, 1L)), LATELY),
            NOW,
            new Texts(Preferences.PORTUGUESE));

    assertThat(verdict.sentence())
        .isEqualTo(
            "1 problema em aberto. Um deixa e-mails passarem sem proteção. Último relatório há 3"
                + " horas.");
  }

  private static Verdict verdict(
      int domains, int verified, ProblemSummary problems, Optional<Instant> lastReport) {
    return Verdict.of(
        new Verdict.Evidence(new DomainCounts(domains, verified), problems, lastReport),
        NOW,
        new Texts(Locale.ENGLISH));
  }

  private static ProblemSummary open(Map<Consequence, Long> problems) {
    return new ProblemSummary(new TreeMap<>(problems), Map.of(), Set.of());
  }
}
