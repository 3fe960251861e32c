package farol.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.report.LatestReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final LatestReport LATELY = reported(Duration.ofHours(3));

  @Test
  void verifiedDomainIsWholeOnlyWhereThatIsKnown() {
    assertThat(standing("example.com", LATELY)).isEqualTo("ok");
    assertThat(standing("broken.example", LATELY)).isEqualTo("refused");
    assertThat(standing("unknown.example", LATELY)).isEqualTo("undiagnosed");
  }

  @Test
  void domainWithoutReportsWaitsForTheFirst() {
    assertThat(standing("unknown.example", null)).isEqualTo("no-reports");
  }

  @Test
  void silenceIsNoAllClear() {
    assertThat(standing("example.com", reported(Duration.ofDays(3)))).isEqualTo("silent");
  }

  private static String standing(String domain, @Nullable LatestReport last) {
    ProblemSummary problems =
        new ProblemSummary(
            new TreeMap<>(Map.of(Consequence.REFUSED, 1L)),
            Map.of("broken.example", Consequence.REFUSED),
            Set.of("unknown.example"));
    return Standing.ofVerified(domain, last, problems, NOW).code();
  }

  private static LatestReport reported(Duration age) {
    return new LatestReport(1, 1, "Google", NOW.minus(age));
  }
}
