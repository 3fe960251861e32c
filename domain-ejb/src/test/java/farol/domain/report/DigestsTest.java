package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {
  /** Stored digests must be found again by the next version. */
  @Test
  void digestsOfAReportNeverChange() {
    Digests digests = Digests.of(Reports.full());

    assertThat(HexFormat.of().formatHex(digests.content()))
        .isEqualTo("061de4700f5e963e437b6854c16ae881");
    assertThat(HexFormat.of().formatHex(digests.key()))
        .isEqualTo("f5b80b7bc9496143087ef79a1c0d592e");
  }
}
