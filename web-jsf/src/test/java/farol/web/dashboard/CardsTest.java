package farol.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import farol.domain.trend.Overview;
import farol.web.kit.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CardsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final SortedMap<Consequence, Long> NONE = new TreeMap<>();

  @Test
  void countsProblemsAndTheDomainsThatHaveThem() {
    ProblemSummary open =
        new ProblemSummary(
            new TreeMap<>(Map.of(Consequence.UNPROTECTED, 2L, Consequence.INFORMATION, 1L)),
            Map.of("example.com", Consequence.UNPROTECTED),
            Set.of());

    assertThat(cards(open))
        .extracting(Card::id, Card::value, Card::tone)
        .contains(
            tuple("card-problems", "3", "unprotected"),
            tuple("card-domains", "1 of 2", "unprotected"));
  }

  @Test
  void saysThatAllIsWellOnlyWhereThatIsKnown() {
    assertThat(cards(new ProblemSummary(NONE, Map.of(), Set.of())))
        .extracting(Card::id, Card::value, Card::tone)
        .contains(tuple("card-problems", "0", "ok"), tuple("card-domains", "0 of 2", "ok"));
    assertThat(cards(new ProblemSummary(NONE, Map.of(), Set.of("example.com"))))
        .extracting(Card::id, Card::value, Card::tone)
        .contains(
            tuple("card-problems", "–", "neutral"), tuple("card-domains", "0 of 2", "neutral"));
  }

  private static List<Card> cards(ProblemSummary open) {
    Overview overview =
        new Overview(
            DayRange.endingOn(TODAY, 7),
            SessionCounts.NONE,
            SessionCounts.NONE,
            0,
            List.of(),
            List.of());
    return new Cards(new Texts(Locale.ENGLISH))
        .of(overview, open, new DomainCounts(2, 2), List.of(), TODAY);
  }
}
