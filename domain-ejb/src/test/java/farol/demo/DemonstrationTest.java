package farol.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemonstrationTest {
  private static final URI COLLECTOR = URI.create("https://localhost:8443/tls-rpt/ingest/token");

  @Test
  void hasNoReportsForADomainThatHasBeenDeleted() {
    Demonstration demonstration =
        new Demonstration(
            LocalDate.of(2026, 11, 20),
            Map.of(DemoDomain.HARBOR, COLLECTOR, DemoDomain.PHAROS, COLLECTOR));

    assertThat(demonstration.reports())
        .extracting(DemoReport::domain)
        .contains(DemoDomain.HARBOR, DemoDomain.PHAROS)
        .doesNotContain(DemoDomain.LIGHTHOUSE);
  }
}
