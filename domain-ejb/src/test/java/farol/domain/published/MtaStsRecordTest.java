package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtaStsRecordTest {
  @Test
  void readsTheId() {
    assertThat(MtaStsRecord.read(List.of("v=STSv1; id=20261124T1030Z")).record())
        .contains(new MtaStsRecord("20261124T1030Z"));
  }

  @Test
  void isReadAsItIsWritten() {
    MtaStsRecord record = new MtaStsRecord("aZ09");

    assertThat(record.text()).isEqualTo("v=STSv1; id=aZ09");
    assertThat(MtaStsRecord.read(List.of(record.text())).record()).contains(record);
  }

  @Test
  void idHasUpToThirtyTwoCharacters() {
    assertThat(MtaStsRecord.read(List.of("v=STSv1; id=" + "a".repeat(32))).verdict())
        .isEqualTo("VALID");
    assertThat(MtaStsRecord.read(List.of("v=STSv1; id=" + "a".repeat(33))).verdict())
        .isEqualTo("INVALID_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a-b", "../../etc", "é", "a\n", "a\u0000"})
  void refusesToBeMadeWithoutAnId(String id) {
    assertThatThrownBy(() -> new MtaStsRecord(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesTheFirstOfSeveralIds() {
    RecordReading<MtaStsRecord> reading =
        MtaStsRecord.read(List.of("v=STSv1; id=a; id=b; x=y; id=../c"));

    assertThat(reading.record()).contains(new MtaStsRecord("a"));
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "WARN_DUPLICATE_FIRST_WINS", "UNKNOWN_FIELD");
  }

  @Test
  void judgesTheFirstOfSeveralIds() {
    assertThat(MtaStsRecord.read(List.of("v=STSv1; id=../c; id=a")).verdict())
        .isEqualTo("INVALID_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                             NONE",
    "v=spf1 -all|v=TLSRPTv1; id=a,   NONE",
    "v=STSv1; id=a|v=STSv1; id=b,    INVALID_MULTIPLE",
    "v=STSv1; id=a|v=STSv1;,         INVALID_MULTIPLE",
    "v=STSv1; id=a|v=STSv1 ; id=b,   VALID",
    "v=STSv1; id=a|v=spf1 -all,      VALID",
    "v=stsv1; id=a,                  INVALID_VERSION",
    "v=STSv1; ID=a,                  INVALID_NO_ID",
    "v=STSv1; id,                    INVALID_NO_ID",
    "v=STSv1 id=a,                   INVALID_SYNTAX",
  })
  void countsRecordsAsSendersDo(String records, String verdict) {
    assertThat(MtaStsRecord.read(List.of(records.split("\\|", -1))).verdict()).isEqualTo(verdict);
  }

  /** Nothing is refused for want of it, and DANE may do as well. */
  @Test
  void warnsWhereThereIsNone() {
    assertThat(MtaStsRecord.read(List.of()).findings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "v=STSv1; id=a1,        'once the id is not a1 any more'",
    "v=STSv1; id=,          'got nothing'",
    "v=STSv1; id=a-1,       'got a-1'",
    "v=STSv1; id=a|x|y,     '2 other TXT records at the same name are ignored by senders'",
  })
  void saysWhatItMeansAndWhatItFound(String records, String end) {
    assertThat(MtaStsRecord.read(List.of(records.split("\\|", -1))).findings())
        .last()
        .satisfies(finding -> assertThat(finding.message()).endsWith(end));
  }

  @Test
  void saysWhereItIsLaidDown() {
    assertThat(MtaStsRecord.read(List.of("v=STSv1; id=a; id=b; x=y; z", "other")).findings())
        .hasSize(5)
        .extracting(Finding::source)
        .containsOnly("RFC 8461, section 3.1");
  }
}
