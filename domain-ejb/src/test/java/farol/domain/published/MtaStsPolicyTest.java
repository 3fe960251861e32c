package farol.domain.published;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.published.Finding.Severity;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtaStsPolicyTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final MtaStsPolicy POLICY =
      new MtaStsPolicy(
          Mode.ENFORCE,
          WEEK,
          List.of(new MxPattern("mx.example.com"), new MxPattern("*.example.net")));
  private static final String TEXT =
      """
      version: STSv1
      mode: enforce
      mx: mx.example.com
      mx: *.example.net
      max_age: 604800
      """;

  @Test
  void readsAPolicy() {
    RecordReading<MtaStsPolicy> reading = read(TEXT);

    assertThat(reading.record()).contains(POLICY);
    assertThat(reading.findings()).extracting(Finding::code).containsExactly("VALID");
  }

  @Test
  void writesAPolicyAsItIsToBeHosted() {
    assertThat(POLICY.text()).isEqualTo(TEXT.replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void readsWhatItWrites(Mode mode) {
    for (long seconds : new long[] {0, 1, 604_800, 31_557_600}) {
      MtaStsPolicy policy = new MtaStsPolicy(mode, Duration.ofSeconds(seconds), POLICY.mx());

      assertThat(read(policy.text()).record()).contains(policy);
    }
  }

  @Test
  void namesTheHostsOfItsPatterns() {
    assertThat(POLICY.names(DomainName.parse("mx.example.com"))).isTrue();
    assertThat(POLICY.names(DomainName.parse("a.example.net"))).isTrue();
    assertThat(POLICY.names(DomainName.parse("example.net"))).isFalse();
    assertThat(POLICY.names(DomainName.parse("a.b.example.net"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, VALID",
    "31557600, VALID",
    "0000604800, VALID",
    "31557601, INVALID_MAX_AGE",
    "9999999999, INVALID_MAX_AGE",
    "00000604800, INVALID_MAX_AGE",
    "+1, INVALID_MAX_AGE",
    "'', INVALID_MAX_AGE",
    "1 000, INVALID_MAX_AGE",
    "٣, INVALID_MAX_AGE"
  })
  void ageIsUpToAYear(String age, String verdict) {
    assertThat(read(TEXT.replace("604800", age)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"enforce, 604799, true", "enforce, 604800, false", "testing, 60, false"})
  void warnsOfAShortAgeWhereItMatters(String mode, String age, boolean warned) {
    List<Finding> findings = read(TEXT.replace("enforce", mode).replace("604800", age)).findings();

    assertThat(findings.stream().anyMatch(finding -> finding.code().equals("SHORT_MAX_AGE")))
        .isEqualTo(warned);
  }

  @Test
  void takesTheFirstOfARepeatedKeyWhateverTheOthersSay() {
    RecordReading<MtaStsPolicy> reading =
        read(TEXT + "mode: none\nmax_age: never\nversion: STSv2\nmode: testing\n");

    assertThat(reading.record()).contains(POLICY);
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "WARN_DUPLICATE_FIRST_WINS");
    assertThat(reading.findings().get(1).message()).endsWith("mode, max_age, version");
  }

  @Test
  void judgesTheFirstOfARepeatedKey() {
    assertThat(read("mode: on\n" + TEXT).verdict()).isEqualTo("INVALID_MODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x: y", "max-age: 1", "Mode: none", "a.b_c-d:é ✓", "x:\ty\t"})
  void ignoresOtherKeys(String line) {
    RecordReading<MtaStsPolicy> reading = read(TEXT + line);

    assertThat(reading.record()).contains(POLICY);
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "UNKNOWN_FIELD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x:",
        ": y",
        "x :y",
        " x: y",
        "_x: y",
        "x: a\tb",
        "x: a\u0000b",
        "x: a\rb",
        "x: a\u007fb",
        "é: y",
        "a23456789012345678901234567890123: y",
        "# comment"
      })
  void refusesLinesThatAreNoKeyAndValue(String line) {
    assertThat(read(TEXT + line).verdict()).isEqualTo("INVALID_SYNTAX");
  }

  @ParameterizedTest
  @CsvSource({
    "version, INVALID_MISSING_VERSION",
    "mode,    INVALID_MISSING_MODE",
    "max_age, INVALID_MISSING_MAX_AGE",
    "mx,      INVALID_MISSING_MX",
  })
  void saysWhichLineIsMissing(String key, String verdict) {
    String without = TEXT.replaceAll("(?m)^" + key + ":.*\n", "");

    assertThat(read(without).verdict()).isEqualTo(verdict);
    assertThat(read(without.toUpperCase(Locale.ROOT)).record()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "version: STSv2, 'the version must be exactly STSv1, got STSv2'",
    "mode:,          'the mode must be enforce, testing or none, got nothing'",
    "mx: a_b.example,'mx must be the name of a host in A-labels, or *. and a name, got a_b.example'",
    "mode,           'a line must be a key, a colon and a value, got mode'",
  })
  void saysWhatItFound(String firstLine, String message) {
    assertThat(read(firstLine + "\n" + TEXT).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).isEqualTo(message));
  }

  @Test
  void saysWhatItMeans() {
    assertThat(read(TEXT).findings().get(0).message())
        .isEqualTo("mode enforce, kept for 604800 seconds, for mx.example.com, *.example.net");
    assertThat(read("version: STSv1\nmode: none\nmax_age: 60").findings().get(0).message())
        .isEqualTo("mode none, kept for 60 seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void lastLineMayEndOrNot(String end) {
    RecordReading<MtaStsPolicy> reading = read(TEXT.stripTrailing() + end);

    assertThat(reading.findings()).extracting(Finding::code).containsExactly("VALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", " \t\n", "\n\n\n"})
  void forgivesEmptyLinesWithAWarning(String lines) {
    for (String text : List.of(TEXT + lines, lines + TEXT, TEXT.replace("mode", lines + "mode"))) {
      assertThat(read(text).record()).contains(POLICY);
      assertThat(read(text).findings())
          .extracting(Finding::code)
          .containsExactly("VALID", "EMPTY_LINE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html>\n<html>", "\n\n  <html><body>404</body></html>"})
  void recognisesAWebPage(String page) {
    assertThat(read(page).findings())
        .extracting(Finding::code)
        .startsWith("INVALID_SYNTAX", "HTML_INSTEAD_OF_TEXT");
  }

  @Test
  void takesUtf8OnlyAndNoByteOrderMark() {
    assertThat(MtaStsPolicy.read(TEXT.getBytes(UTF_16)).verdict()).isEqualTo("INVALID_SYNTAX");
    assertThat(MtaStsPolicy.read((TEXT + "x: é").getBytes(ISO_8859_1)).verdict())
        .isEqualTo("INVALID_SYNTAX");
    assertThat(read("\ufeff" + TEXT).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("byte order mark"));
  }

  @Test
  void takesUpTo64Kibibytes() {
    String filling = TEXT + "x: ";
    String largest = filling + "a".repeat(64 * 1024 - filling.length());

    assertThat(read(largest).findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "LONG_LINE", "UNKNOWN_FIELD");
    assertThat(read(largest + "a").verdict()).isEqualTo("INVALID_TOO_LARGE");
  }

  @Test
  void warnsOfLinesLongerThanThoseOfMail() {
    assertThat(read(TEXT + "x: " + "a".repeat(995)).findings())
        .extracting(Finding::code)
        .doesNotContain("LONG_LINE");
    assertThat(read(TEXT + "x: " + "a".repeat(996)).findings())
        .extracting(Finding::code)
        .contains("LONG_LINE");
  }

  @Test
  void warnsWhereNoContentTypeCame() {
    RecordReading<MtaStsPolicy> reading = MtaStsPolicy.read(TEXT.getBytes(UTF_8), null);

    assertThat(reading.record()).contains(POLICY);
    assertThat(reading.findings())
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("NOT_TEXT_PLAIN");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
  }

  @Test
  void policyOfModeNoneNeedsNoHost() {
    MtaStsPolicy policy = new MtaStsPolicy(Mode.NONE, Duration.ZERO, List.of());

    assertThat(policy.text()).isEqualTo("version: STSv1\r\nmode: none\r\nmax_age: 0\r\n");
    assertThat(read(policy.text()).record()).contains(policy);
  }

  @Test
  void refusesToBeMadeAsNoPolicyCanBe() {
    List<MxPattern> mx = POLICY.mx();

    assertThatThrownBy(() -> new MtaStsPolicy(Mode.TESTING, WEEK, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    for (Duration age :
        List.of(Duration.ofSeconds(-1), Duration.ofSeconds(31_557_601), Duration.ofMillis(1_500))) {
      assertThatThrownBy(() -> new MtaStsPolicy(Mode.TESTING, age, mx))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static RecordReading<MtaStsPolicy> read(String text) {
    return MtaStsPolicy.read(text.getBytes(UTF_8));
  }
}
