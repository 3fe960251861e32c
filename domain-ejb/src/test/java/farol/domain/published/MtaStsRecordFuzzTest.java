package farol.domain.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is published, there is a verdict, and a record in force has a harmless id. */
class MtaStsRecordFuzzTest {
  private static final String BETWEEN_RECORDS = "\n";

  @DictionaryEntries({"v=STSv1;", "id=", "; ", " ;", "=", "20161124T000000"})
  @MethodSource("records")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void judgesAnyRecords(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split(BETWEEN_RECORDS, -1));

    Readings.check(MtaStsRecord.read(lines)).ifPresent(MtaStsRecordFuzzTest::checkRecord);
  }

  static Stream<byte[]> records() throws IOException, URISyntaxException {
    return Readings.txtSeeds("mtasts-txt", BETWEEN_RECORDS);
  }

  private static void checkRecord(MtaStsRecord record) {
    assertThat(record.id()).matches("[A-Za-z0-9]{1,32}");
    assertThat(MtaStsRecord.read(List.of(record.text())).record()).contains(record);
  }
}
