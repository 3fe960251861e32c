package farol.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.posture.Glance;
import farol.domain.posture.Glance.MtaSts;
import farol.domain.posture.Glance.Reporting;
import farol.domain.posture.Posture.Dane;
import farol.domain.shared.DomainName;
import farol.web.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostureCellsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(45));

  @Test
  void knowsNothingOfADomainThatWasNeverLookedAt() {
    assertThat(cells(null)).allMatch(cell -> !cell.isTelling());
  }

  @Test
  void saysAllOfAGoodDomain() {
    List<Cell> cells =
        cells(new Glance(Reporting.HERE, MtaSts.ENFORCE, Dane.ACTIVE, 2, 2, 2, LATER));

    assertThat(cells)
        .extracting(Cell::text)
        .containsExactly("here", "enforce", "active", "2 of 2", "45 days left");
    assertThat(cells).extracting(Cell::tone).containsOnly("ok");
  }

  @Test
  void leadsToThePageThatExplainsIt() {
    assertThat(cells(new Glance(Reporting.HERE, MtaSts.ENFORCE, Dane.ACTIVE, 2, 2, 2, LATER)))
        .extracting(Cell::href)
        .containsExactly(
            "domain-published?name=example.com#tls-rpt",
            "domain-published?name=example.com#mta-sts",
            "domain-mail?name=example.com",
            "domain-mail?name=example.com",
            "domain-mail?name=example.com");
  }

  @Test
  void hostThatIsNotCoveredMattersByTheModeOfThePolicy() {
    assertThat(covered(MtaSts.ENFORCE).tone()).isEqualTo("refused");
    assertThat(covered(MtaSts.TESTING).tone()).isEqualTo("would-be-refused");
    assertThat(covered(MtaSts.TESTING).text()).isEqualTo("1 of 2");
    assertThat(covered(MtaSts.NONE).isTelling()).isFalse();
  }

  @Test
  void countsHostsWithDaneWhereNotAllHaveIt() {
    Glance glance = new Glance(Reporting.HERE, MtaSts.NONE, Dane.ACTIVE, 3, 1, 0, LATER);

    assertThat(cells(glance).get(2).text()).isEqualTo("1 of 3");
  }

  @Test
  void domainWithoutMailHasNoHostsToSpeakOf() {
    assertThat(cells(new Glance(Reporting.NONE, MtaSts.ENFORCE, Dane.NONE, 0, 0, 0, null)))
        .extracting(Cell::text)
        .containsExactly("missing", "enforce", "–", "–", "–");
  }

  private static Cell covered(MtaSts mtaSts) {
    return cells(new Glance(Reporting.HERE, mtaSts, Dane.NONE, 2, 0, 1, LATER)).get(3);
  }

  private static List<Cell> cells(@Nullable Glance glance) {
    DomainName domain = DomainName.parse("example.com");
    return new PostureCells(domain, glance, NOW, new Texts(Locale.ENGLISH)).all();
  }
}
