package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00:00Z,           2026-11-20T00:00:00Z",
    "2026-11-20t00:00:00z,           2026-11-20T00:00:00Z",
    "2026-11-20 00:00:00Z,           2026-11-20T00:00:00Z",
    "2026-11-20T01:00:00+01:00,      2026-11-20T00:00:00Z",
    "2026-11-19T12:30:00-11:30,      2026-11-20T00:00:00Z",
    "2026-11-20T23:59:00+23:59,      2026-11-20T00:00:00Z",
    "2026-11-20T00:00:00-00:00,      2026-11-20T00:00:00Z",
    "2026-11-20T00:00:00.5Z,         2026-11-20T00:00:00.500Z",
    "2026-11-20T00:00:00.1234567891Z,2026-11-20T00:00:00.123456789Z",
    "2016-12-31T23:59:60Z,           2016-12-31T23:59:59Z",
    "2028-02-29T12:00:00Z,           2028-02-29T12:00:00Z"
  })
  void timeOfRfc3339IsRead(String text, String instant) throws RefusedException {
    assertThat(Timestamp.parse("t", text)).isEqualTo(new Timestamp(Instant.parse(instant), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T00:00:00", "2026-11-20T00:00:00.000"})
  void timeWithoutZoneIsUtc(String text) throws RefusedException {
    assertThat(Timestamp.parse("t", text))
        .isEqualTo(new Timestamp(Instant.parse("2026-11-20T00:00:00Z"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-11-20T00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T00:60:00Z",
        "2026-11-20T00:00:61Z",
        "2026-11-20T00:00:00+24:00",
        "2026-11-20T00:00:00+00:60",
        "2026-11-20T00:00:00+0100",
        "2026-11-20T00:00:00 Z",
        "2026-11-20T00:00:00.Z",
        "+2026-11-20T00:00:00Z",
        "+294277-01-01T00:00:00Z",
        "-001-01-01T00:00:00Z",
        "20261120T000000Z",
        "2026-11-20T00:00:00Z\n",
        "\u0662026-11-20T00:00:00Z"
      })
  void anythingElseIsNoTime(String text) {
    assertThatThrownBy(() -> Timestamp.parse("t", text))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.toReading().code()).isEqualTo(RefusalCode.BAD_DATE));
  }
}
