package farol.wire;

import static farol.settings.Setting.LIMIT_AHEAD_HOURS;
import static farol.settings.Setting.LIMIT_BODY_BYTES;
import static farol.settings.Setting.LIMIT_CONTACT_LENGTH;
import static farol.settings.Setting.LIMIT_DECODED_BYTES;
import static farol.settings.Setting.LIMIT_EARLIEST_YEAR;
import static farol.settings.Setting.LIMIT_FAILURE_DETAILS;
import static farol.settings.Setting.LIMIT_GZIP_MEMBERS;
import static farol.settings.Setting.LIMIT_JSON_DEPTH;
import static farol.settings.Setting.LIMIT_JSON_TOKENS;
import static farol.settings.Setting.LIMIT_LISTED_STRINGS;
import static farol.settings.Setting.LIMIT_NAME_LENGTH;
import static farol.settings.Setting.LIMIT_OPEN_NAMES;
import static farol.settings.Setting.LIMIT_ORGANIZATION_LENGTH;
import static farol.settings.Setting.LIMIT_POLICIES;
import static farol.settings.Setting.LIMIT_REPORT_ID_LENGTH;
import static farol.settings.Setting.LIMIT_SESSION_COUNT;
import static farol.settings.Setting.LIMIT_STRING_LENGTH;
import static farol.settings.Setting.LIMIT_TEXT_LENGTH;
import static farol.settings.Setting.LIMIT_WINDOW_DAYS;
import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;
import static farol.wire.SizedReports.inMembers;
import static farol.wire.SizedReports.ofDepth;
import static farol.wire.SizedReports.ofTokens;
import static farol.wire.SizedReports.padded;
import static farol.wire.SizedReports.withContact;
import static farol.wire.SizedReports.withCount;
import static farol.wire.SizedReports.withFailureMember;
import static farol.wire.SizedReports.withFailures;
import static farol.wire.SizedReports.withListedStrings;
import static farol.wire.SizedReports.withMember;
import static farol.wire.SizedReports.withOpenNames;
import static farol.wire.SizedReports.withOrganization;
import static farol.wire.SizedReports.withPolicies;
import static farol.wire.SizedReports.withReportId;
import static org.assertj.core.api.Assertions.assertThat;

import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit is a setting: where it is narrower by one, a report that just fitted does not. */
class LimitSettingsTest {
  /** A body at the limit, and what it is answered where the setting is narrower. */
  private static final class AtLimit {
    private final Setting setting;
    private final String narrower;
    private final byte[] body;
    private final Enum<?> answer;

    AtLimit(Setting setting, long narrower, byte[] body, Enum<?> answer) {
      this.setting = setting;
      this.narrower = String.valueOf(narrower);
      this.body = body;
      this.answer = answer;
    }

    AtLimit(Setting setting, long narrower, String json, Enum<?> answer) {
      this(setting, narrower, gzip(utf8(json)), answer);
    }

    Set<Enum<?>> answers(Map<String, String> environment) {
      ReportReader reader = new ReportReader(ReadingLimits.of(Settings.of(environment)));
      Reading reading = reader.read(body, null, null, Bodies.RECEIVED_AT);
      return reading instanceof Reading.Accepted accepted
          ? Set.copyOf(accepted.warnings().stream().map(Warning::code).toList())
          : Set.of(((Reading.Refused) reading).code());
    }

    @Override
    public String toString() {
      return setting + " " + narrower;
    }
  }

  static Stream<AtLimit> bodies() throws IOException {
    String lastYear =
        smallReport("2026-11-20T00:00:00Z", "2016-12-31T00:00:00Z")
            .replace("2026-11-20T23:59:59Z", "2016-12-31T23:59:59Z");
    return Stream.of(
        new AtLimit(LIMIT_BODY_BYTES, 1_048_575, padded(1 << 20), RefusalCode.BODY_TOO_LARGE),
        new AtLimit(
            LIMIT_DECODED_BYTES, 10_485_759, gzip(padded(10 << 20)), RefusalCode.DECODED_TOO_LARGE),
        new AtLimit(LIMIT_GZIP_MEMBERS, 15, inMembers(16), RefusalCode.BAD_GZIP),
        new AtLimit(LIMIT_JSON_DEPTH, 31, ofDepth(32), RefusalCode.TOO_DEEP),
        new AtLimit(
            LIMIT_JSON_TOKENS, 999_999, ofTokens(1_000_000), RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_OPEN_NAMES, 16_383, withOpenNames(16_384), RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_NAME_LENGTH,
            255,
            withMember('"' + "n".repeat(256) + "\":1"),
            RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_STRING_LENGTH,
            (512 << 10) - 1,
            withContact("c".repeat(512 << 10)),
            RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(LIMIT_POLICIES, 999, withPolicies(1000), RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_FAILURE_DETAILS, 19_999, withFailures(20_000), RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_LISTED_STRINGS,
            49_999,
            withListedStrings(50_000),
            RefusalCode.STRUCTURE_TOO_LARGE),
        new AtLimit(
            LIMIT_SESSION_COUNT,
            999_999_999_999L,
            withCount("1000000000000"),
            RefusalCode.IMPLAUSIBLE_COUNT),
        new AtLimit(
            LIMIT_WINDOW_DAYS,
            30,
            smallReport("2026-11-20T00:00:00Z", "2026-10-20T23:59:59Z"),
            RefusalCode.BAD_DATE_RANGE),
        new AtLimit(LIMIT_EARLIEST_YEAR, 2017, lastYear, RefusalCode.BAD_DATE_RANGE),
        new AtLimit(
            LIMIT_AHEAD_HOURS,
            47,
            smallReport("2026-11-20T23:59:59Z", "2026-11-23T06:00:00Z"),
            RefusalCode.BAD_DATE_RANGE),
        new AtLimit(
            LIMIT_ORGANIZATION_LENGTH,
            254,
            withOrganization("o".repeat(255)),
            WarningCode.TRUNCATED),
        new AtLimit(
            LIMIT_REPORT_ID_LENGTH, 997, withReportId("r".repeat(998)), RefusalCode.FIELD_TOO_LONG),
        new AtLimit(LIMIT_CONTACT_LENGTH, 319, withContact("c".repeat(320)), WarningCode.TRUNCATED),
        new AtLimit(
            LIMIT_TEXT_LENGTH,
            4095,
            withFailureMember("receiving-mx-helo", "t".repeat(4096)),
            WarningCode.TRUNCATED));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bodyAtTheDefaultIsBeyondWhatIsNarrowerByOne(AtLimit body) {
    assertThat(body.answers(Map.of())).doesNotContain(body.answer);
    assertThat(body.answers(Map.of(body.setting.variable(), body.narrower))).contains(body.answer);
  }

  @Test
  void noLimitIsLeftOut() throws IOException {
    Set<Setting> tried = new TreeSet<>(bodies().map(body -> body.setting).toList());

    assertThat(tried).hasSameSizeAs(ReadingLimits.class.getRecordComponents());
  }
}
