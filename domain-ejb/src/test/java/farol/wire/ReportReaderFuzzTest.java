package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.report.ContentDigest;
import farol.domain.report.CountedReport;
import farol.domain.report.Report;
import farol.settings.Settings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, the answer is a reading, and what is read can be counted and stored. */
class ReportReaderFuzzTest {
  /** Narrow, so that they are soon met, and a bomb costs little. */
  private static final ReportReader READER =
      new ReportReader(
          ReadingLimits.of(
              Settings.of(
                  Map.of(
                      "FAROL_LIMIT_DECODED_BYTES", "20000",
                      "FAROL_LIMIT_JSON_TOKENS", "2000",
                      "FAROL_LIMIT_OPEN_NAMES", "64",
                      "FAROL_LIMIT_POLICIES", "8",
                      "FAROL_LIMIT_FAILURE_DETAILS", "20",
                      "FAROL_LIMIT_LISTED_STRINGS", "40",
                      "FAROL_LIMIT_TEXT_LENGTH", "50"))));

  @DictionaryEntries({
    "\"organization-name\"",
    "\"date-range\"",
    "\"start-datetime\"",
    "\"end-datetime\"",
    "\"contact-info\"",
    "\"report-id\"",
    "\"policies\"",
    "\"policy\"",
    "\"policy-type\"",
    "\"policy-string\"",
    "\"policy-domain\"",
    "\"mx-host\"",
    "\"mx-host-pattern\"",
    "\"summary\"",
    "\"total-successful-session-count\"",
    "\"total-failure-session-count\"",
    "\"failure-details\"",
    "\"result-type\"",
    "\"sending-mta-ip\"",
    "\"receiving-mx-hostname\"",
    "\"receiving-mx-helo\"",
    "\"receiving-ip\"",
    "\"failed-session-count\"",
    "\"additional-information\"",
    "\"failure-reason-code\"",
    "\"failure-error-code\"",
    "null",
    "true",
    "[]",
    "{}",
    "\\u0000",
    "\\ud800",
    "1e99",
    "-0",
    "::1",
    "2026-11-20T23:59:60+01:00"
  })
  @MethodSource("farol.wire.Seeds#bodies")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void readsOrRefuses(byte[] input) {
    Reading reading = read(input);

    if (reading instanceof Reading.Accepted accepted) {
      checkReport(accepted.report());
    }
    if (!startsLikeGzip(input)) {
      assertThat(read(Bodies.gzip(input))).isEqualTo(reading);
    }
  }

  private static Reading read(byte[] body) {
    return READER.read(body, null, null, Bodies.RECEIVED_AT);
  }

  private static void checkReport(Report report) {
    assertThat(CountedReport.of(report, "example.com", Set.of()).policies())
        .hasSameSizeAs(report.policies());
    assertThat(ContentDigest.of(report)).isEqualTo(ContentDigest.of(report));
    assertThat(report.toString().codePoints())
        .as("neither NUL, which PostgreSQL cannot store, nor a surrogate that stands alone")
        .noneMatch(character -> character == 0 || isSurrogate(character));
  }

  private static boolean isSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static boolean startsLikeGzip(byte[] input) {
    return input.length > 0 && input[0] == GzipHeader.FIRST_BYTE;
  }
}
