package farol.domain.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is published, there is a verdict, and a record in force names addresses; whatever is
 * asked for, what comes of it is a record or a verdict.
 */
class TlsRptRecordFuzzTest {
  private static final String BETWEEN_RECORDS = "\n";

  @DictionaryEntries({
    "v=TLSRPTv1;",
    "rua=",
    "mailto:",
    "https://",
    "; ",
    ", ",
    "%2C",
    "%21",
    "%3B",
    "?subject=",
    "xn--",
    "[::1]",
    "@example.com"
  })
  @MethodSource("records")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void judgesAnyRecords(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split(BETWEEN_RECORDS, -1));
    Readings.check(TlsRptRecord.read(lines)).ifPresent(TlsRptRecordFuzzTest::checkRecord);

    List<String> written = List.of(new String(input, UTF_8).split(BETWEEN_RECORDS, -1));
    Readings.check(TlsRptRecord.compose(written)).ifPresent(TlsRptRecordFuzzTest::checkRecord);
  }

  static Stream<byte[]> records() throws IOException, URISyntaxException {
    return Readings.txtSeeds("tlsrpt", BETWEEN_RECORDS);
  }

  private static void checkRecord(TlsRptRecord record) {
    assertThat(record.rua())
        .isNotEmpty()
        .allMatch(address -> address.getScheme().matches("(?i)mailto|https"));
    assertThat(TlsRptRecord.read(List.of(record.text())).record()).contains(record);
  }
}
