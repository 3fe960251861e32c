package farol.domain.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.HostileTxt;
import farol.domain.published.Finding.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds of every reading, and what fuzzing of records starts from. */
final class Readings {
  private static final int LARGEST_SEED = 4096;
  private static final int LONGEST_TEXT = 400;

  private Readings() {}

  /** Checks a reading; returns what is in force. */
  static <T> Optional<T> check(RecordReading<T> reading) {
    assertThat(reading.verdict()).matches("VALID|NONE|INVALID_[A-Z0-9_]+");
    assertThat(reading.record().isPresent()).isEqualTo(reading.verdict().equals("VALID"));
    assertThat(reading.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).isNotBlank().hasSizeLessThan(LONGEST_TEXT);
              assertThat(finding.fix()).hasSizeLessThan(LONGEST_TEXT);
              if (finding.severity() == Severity.ERROR) {
                assertThat(finding.fix()).isNotBlank();
              }
            });
    return reading.record();
  }

  /** Collected records of a kind and all hostile ones, as bytes. */
  static Stream<byte[]> txtSeeds(String kind, String betweenRecords)
      throws IOException, URISyntaxException {
    Stream<List<String>> collected = CollectedRecord.of(kind).map(CollectedRecord::records);
    return Stream.concat(collected, HostileTxt.all().stream())
        .map(records -> String.join(betweenRecords, records).getBytes(ISO_8859_1))
        .filter(seed -> seed.length <= LARGEST_SEED);
  }
}
