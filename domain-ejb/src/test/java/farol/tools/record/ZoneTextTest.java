package farol.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain|false",
        "\"one\"|one|true",
        "\"one \" \"two\"|one two|true",
        "a. IN TXT (\"one\" \"two\")|onetwo|true",
        "\"a \\\"b\\\" \\\\ c\"|a \"b\" \\ c|true",
        "\"\\059\"|;|true",
        "\"not closed|\"not closed|false",
        "\"one\" \"not closed|one|true",
        "a.\tIN\ttxt\t\"one\"|one|true",
        "v=x; rua=\"one\"|v=x; rua=\"one\"|false"
      })
  void isWhatStandsBetweenQuotationMarks(String text, String value, boolean quoted) {
    assertThat(ZoneText.of(text)).isEqualTo(new ZoneText(value, quoted));
  }

  @Test
  void isReadInNoTimeHoweverItIsWritten() {
    List<String> endless =
        List.of(
            "\"" + "\\\"".repeat(30_000),
            " ".repeat(60_000) + "x",
            " TXT ".repeat(12_000),
            "a" + " TXT" + " ".repeat(60_000));

    assertThat(endless)
        .allSatisfy(
            text -> assertTimeoutPreemptively(Duration.ofSeconds(1), () -> ZoneText.of(text)));
  }

  @Test
  void writesStringsOfTheLengthThatDnsAllows() {
    assertThat(ZoneText.quoted("a".repeat(255))).isEqualTo("\"" + "a".repeat(255) + "\"");
    assertThat(ZoneText.quoted("a".repeat(256))).isEqualTo("\"" + "a".repeat(255) + "\" \"a\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"plain", "with \"quotes\" and \\ backslash", "v=TLSRPTv1; rua=mailto:a@example.com"})
  void readsWhatItHasWritten(String value) {
    assertThat(ZoneText.of(ZoneText.quoted(value)).value()).isEqualTo(value);
  }
}
