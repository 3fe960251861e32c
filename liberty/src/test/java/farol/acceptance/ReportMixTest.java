package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ReportMixTest {
  private static final int REPORTS = 500;

  @Test
  void compressedFormIsTheReportItself() throws IOException {
    ReportMix mix = new ReportMix("series", 1);

    for (int i = 0; i < REPORTS; i++) {
      ReportMix.Made report = mix.next();
      try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(report.gzip()))) {
        assertThat(gzip.readAllBytes()).isEqualTo(report.json());
      }
    }
  }

  @Test
  void everyReportHasAnIdOfItsOwn() {
    ReportMix mix = new ReportMix("series", 1);
    Set<String> ids = new HashSet<>();

    for (int i = 0; i < REPORTS; i++) {
      ReportMix.Made report = mix.next();
      assertThat(new String(report.json(), StandardCharsets.US_ASCII))
          .contains("\"report-id\":\"" + report.id() + "\"");
      assertThat(ids.add(report.id())).isTrue();
    }
  }
}
