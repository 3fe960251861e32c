package farol.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import farol.demo.DemoDomain;
import farol.demo.DemoReport;
import farol.demo.Demonstration;
import farol.demo.DemonstrationService;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoReportReaderTest {
  private static final URI COLLECTOR = URI.create("https://localhost:8443/tls-rpt/ingest/token");
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
  private static final Demonstration TWO_DOMAINS =
      new Demonstration(
          LAST_DAY, Map.of(DemoDomain.HARBOR, COLLECTOR, DemoDomain.PHAROS, COLLECTOR));
  private static final Demonstration ONE_DOMAIN =
      new Demonstration(LAST_DAY, Map.of(DemoDomain.HARBOR, COLLECTOR));

  @Test
  void readsEveryReportInOrder() {
    assertThat(rest(opened(TWO_DOMAINS, null))).isEqualTo(TWO_DOMAINS.reports());
  }

  @Test
  void goesOnAfterItsCheckpoint() {
    DemoReportReader stopped = opened(TWO_DOMAINS, null);
    for (int i = 0; i < 100; i++) {
      stopped.readItem();
    }

    DemoReportReader restarted = opened(TWO_DOMAINS, stopped.checkpointInfo());

    assertThat(rest(restarted))
        .isEqualTo(TWO_DOMAINS.reports().subList(100, TWO_DOMAINS.reports().size()));
  }

  @Test
  void hasNoCheckpointBeforeItHasRead() {
    DemoReportReader stopped = opened(TWO_DOMAINS, null);

    assertThat(rest(opened(TWO_DOMAINS, stopped.checkpointInfo())))
        .isEqualTo(TWO_DOMAINS.reports());
  }

  @Test
  void startsAgainWhereTheDomainOfItsCheckpointIsGone() {
    DemoReport ofPharos =
        TWO_DOMAINS.reports().stream()
            .filter(report -> report.domain() == DemoDomain.PHAROS)
            .findFirst()
            .orElseThrow();

    assertThat(rest(opened(ONE_DOMAIN, ofPharos))).isEqualTo(ONE_DOMAIN.reports());
  }

  private static DemoReportReader opened(
      Demonstration demonstration, @Nullable Serializable checkpoint) {
    DemoReportReader reader = new DemoReportReader();
    reader.demonstration =
        new DemonstrationService() {
          @Override
          public Demonstration prepare() {
            return demonstration;
          }
        };
    reader.open(checkpoint);
    return reader;
  }

  private static List<Object> rest(DemoReportReader reader) {
    List<Object> all = new ArrayList<>();
    for (Object item = reader.readItem(); item != null; item = reader.readItem()) {
      all.add(item);
    }
    return all;
  }
}
