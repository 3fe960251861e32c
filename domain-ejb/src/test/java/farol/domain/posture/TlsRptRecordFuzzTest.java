package farol.domain.posture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.lookup.HostileTxt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is published, there is a verdict, and a record in force names addresses. */
class TlsRptRecordFuzzTest {
  private static final String BETWEEN_RECORDS = "\n";
  private static final int LARGEST = 4096;

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
    TlsRptReading reading =
        TlsRptRecord.read(List.of(new String(input, ISO_8859_1).split(BETWEEN_RECORDS, -1)));

    assertThat(reading.verdict()).matches("VALID|NONE|INVALID_[A-Z_]+");
    assertThat(reading.record().isPresent()).isEqualTo(reading.verdict().equals("VALID"));
    reading.record().ifPresent(TlsRptRecordFuzzTest::checkRecord);
  }

  static Stream<byte[]> records() throws IOException, URISyntaxException {
    return Stream.concat(collected(), HostileTxt.all().stream())
        .map(records -> String.join(BETWEEN_RECORDS, records).getBytes(ISO_8859_1))
        .filter(input -> input.length <= LARGEST);
  }

  private static Stream<List<String>> collected() throws IOException {
    try (InputStream in = TlsRptRecordFuzzTest.class.getResourceAsStream("tlsrpt-records.tsv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .skip(3)
          .map(line -> line.split("\t", -1)[2])
          .map(record -> List.of(record.replace("\\t", "\t").split(" \\|\\| ", -1)));
    }
  }

  private static void checkRecord(TlsRptRecord record) {
    assertThat(record.rua())
        .isNotEmpty()
        .allMatch(address -> address.getScheme().matches("(?i)mailto|https"));
    String written =
        record.rua().stream()
            .map(URI::toString)
            .collect(Collectors.joining(",", "v=TLSRPTv1; rua=", ""));
    assertThat(TlsRptRecord.read(List.of(written)).record()).contains(record);
  }
}
