package farol.wire;

import static farol.wire.Bodies.smallReport;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.FailureDetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of text that cannot be stored, or that could deceive. */
class TextTest {
  private static final char REPLACEMENT = '\ufffd';

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0x1, 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0x1b, 0x1f, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e,
        0x2066, 0x2069, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0xffff
      })
  void characterIsReplacedInTextOfOneLine(int character) {
    String report = smallReport("\"Sender\"", "\"a" + escaped(character) + "b\"");

    assertThat(accepted(Bodies.read(report), WarningCode.SANITISED).organization())
        .isEqualTo("a" + REPLACEMENT + "b");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x20, 0x7e, 0x7f, 0x85, 0x61b, 0x61d, 0x200b, 0x200d, 0x2010, 0x2029, 0x202f, 0x2065,
        0x206a, 0xd7ff, 0xe000, 0xfffd
      })
  void neighboursOfThoseCharactersAreKept(int character) {
    String report = smallReport("\"Sender\"", "\"a" + escaped(character) + "b\"");

    assertThat(accepted(Bodies.read(report)).organization())
        .isEqualTo("a" + (char) character + "b");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreKept() {
    String report = smallReport("\"Sender\"", "\"\\ud83d\\ude00\\udbff\\udffd\"");

    assertThat(accepted(Bodies.read(report)).organization()).isEqualTo("\ud83d\ude00\udbff\udffd");
  }

  @Test
  void informationMayHaveSeveralLines() {
    String report = withMember("additional-information", "a\\tb\\r\\nc");

    assertThat(failure(Bodies.read(report)).additionalInformation()).isEqualTo("a\tb\r\nc");
  }

  @Test
  void informationHasNoOtherControlCharacters() {
    String report = withMember("additional-information", "a\\u000b\\u202eb");

    assertThat(failure(Bodies.read(report), WarningCode.SANITISED).additionalInformation())
        .isEqualTo("a" + REPLACEMENT + REPLACEMENT + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "result-type",
        "receiving-mx-hostname",
        "receiving-mx-helo",
        "failure-reason-code",
        "failure-error-code"
      })
  void otherTextOfAFailureHasOneLine(String name) {
    String report = smallReport("\"result-type\":\"certificate-expired\"", member(name, "a\\nb"));

    Reading.Accepted accepted = (Reading.Accepted) Bodies.read(report);

    assertThat(accepted.warnings()).extracting(Warning::code).contains(WarningCode.SANITISED);
    assertThat(accepted.report().policies().get(0).failures().get(0).toString())
        .contains("a" + REPLACEMENT + "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x9, 0xa, 0xd, 0x1f, 0x7f, 0x85, 0x202e, 0xd800, 0xffff})
  void reportIdIsRefusedRatherThanRewritten(int character) {
    String report = smallReport("\"report-id\":\"1\"", member("report-id", escaped(character)));

    refused(Bodies.read(report), RefusalCode.BAD_FIELD);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x7e, 0xa0, 0x200b, 0x2028, 0x2029, 0xfffd})
  void reportIdMayHaveAnyOtherCharacter(int character) {
    String report = smallReport("\"report-id\":\"1\"", member("report-id", escaped(character)));

    assertThat(accepted(Bodies.read(report)).reportId())
        .isEqualTo(String.valueOf((char) character));
  }

  @Test
  void surrogatePairIsNeverCutInTwo() {
    String report = smallReport("\"Sender\"", '"' + "a".repeat(254) + "\ud83d\ude00b\"");

    assertThat(accepted(Bodies.read(report), WarningCode.TRUNCATED).organization())
        .isEqualTo("a".repeat(254) + "\ud83d\ude00");
  }

  @Test
  void detailOfARefusalQuotesLittleAndNothingHarmful() {
    String id = "\\u001b[31m\\n\\u202e" + "x".repeat(500);
    String report = smallReport("\"report-id\":\"1\"", member("report-id", id));

    Reading.Refused refused = (Reading.Refused) Bodies.read(report);

    assertThat(refused.detail())
        .hasSizeLessThan(200)
        .contains("\ufffd[31m\ufffd\ufffdxxx")
        .doesNotContainPattern("[\\p{Cntrl}\u202e]");
  }

  private static FailureDetail failure(Reading reading, WarningCode... warnings) {
    return accepted(reading, warnings).policies().get(0).failures().get(0);
  }

  private static String withMember(String name, String value) {
    return smallReport(
        "\"failed-session-count\":3", "\"failed-session-count\":3," + member(name, value));
  }

  private static String member(String name, String value) {
    return '"' + name + "\":\"" + value + '"';
  }

  private static String escaped(int character) {
    return "\\u%04x".formatted(character);
  }
}
