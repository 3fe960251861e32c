package farol.web.findings;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingRowTest {
  @Test
  void quotesNothingThatTurnsTheTextAround() {
    Finding finding =
        Finding.error(
            FindingCode.INVALID_TOO_LARGE, "got a\u202eb", "Shorten c\u2066d.", "RFC 8460");

    FindingRow row = FindingRow.of(List.of(finding), new Texts(Locale.ENGLISH)).get(0);

    assertThat(row.message()).isEqualTo("got a\ufffdb");
    assertThat(row.fix()).isEqualTo("Shorten c\ufffdd.");
  }
}
