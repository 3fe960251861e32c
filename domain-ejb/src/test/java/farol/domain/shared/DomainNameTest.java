package farol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  private static final String LABEL_OF_63 = "a".repeat(63);

  @ParameterizedTest
  @CsvSource({
    "example.com,                 example.com",
    "Example.COM,                 example.com",
    "example.com.,                example.com",
    "faß.de,                      xn--fa-hia.de",
    "FAẞ.de,                      xn--fa-hia.de",
    "XN--FA-HIA.DE,               xn--fa-hia.de",
    "bücher.example,              xn--bcher-kva.example",
    "bu\u0308cher.example,        xn--bcher-kva.example",
    "BÜCHER.example,              xn--bcher-kva.example",
    "example。com,                example.com",
    "example．com．,              example.com",
    "ｅｘａｍｐｌｅ.com,          example.com",
    "пример.рф,                   xn--e1afmkfd.xn--p1ai",
    "r3---sn.example.com,         r3---sn.example.com",
    "1and1.example,               1and1.example",
    "127.0.0.1.example,           127.0.0.1.example",
  })
  void keepsOneSpellingOfAName(String written, String kept) {
    assertThat(DomainName.parse(written).value()).isEqualTo(kept);
  }

  @Test
  void sharpSIsNotDoubleS() {
    assertThat(DomainName.parse("faß.de")).isNotEqualTo(DomainName.parse("fass.de"));
  }

  @Test
  void homographIsAnotherName() {
    DomainName withCyrillicA = DomainName.parse("ex\u0430mple.com");

    assertThat(withCyrillicA.value()).isEqualTo("xn--exmple-4nf.com");
    assertThat(withCyrillicA.unicode()).isEqualTo("ex\u0430mple.com");
    assertThat(withCyrillicA).isNotEqualTo(DomainName.parse("example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "com",
        "example..com",
        ".example.com",
        "example.com..",
        "example。。com",
        " example.com",
        "example.com ",
        "exam ple.com",
        "example.com\n",
        "example\u00a0.com",
        "_dmarc.example.com",
        "exa_mple.com",
        "*.example.com",
        "-example.com",
        "example-.com",
        "192.0.2.1",
        "127.1",
        "2130706433",
        "example.123",
        "example.0x7f",
        "[2001:db8::1]",
        "2001:db8::1",
        "https://example.com",
        "example.com:25",
        "user@example.com",
        "example.com/path",
        "xn--a.example",
        "xn--.example",
        "xn--fa-hia-.de",
        "\u200dexample.com",
        "a\u00b7b.example",
        "\u05d0a.example",
        "exa\u202emple.com",
        "exa\ud800mple.com",
        "exam\u0000ple.com",
      })
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> DomainName.parse(text))
        .isInstanceOf(InvalidDomainNameException.class)
        .hasMessageContaining("must");
  }

  static Stream<String> longestNames() {
    String longest = String.join(".", LABEL_OF_63, LABEL_OF_63, LABEL_OF_63, "b".repeat(61));
    return Stream.of(LABEL_OF_63 + ".com", longest, longest + ".");
  }

  @ParameterizedTest
  @MethodSource("longestNames")
  void acceptsTheLongestNames(String text) {
    assertThat(DomainName.parse(text).value()).hasSizeLessThanOrEqualTo(253);
  }

  static Stream<String> tooLongNames() {
    return Stream.of(
        LABEL_OF_63 + "a.com",
        String.join(".", LABEL_OF_63, LABEL_OF_63, LABEL_OF_63, "b".repeat(62)),
        "ü".repeat(62) + ".com",
        "a.".repeat(500_000) + "com");
  }

  @ParameterizedTest
  @MethodSource("tooLongNames")
  void refusesNamesThatDnsCannotHold(String text) {
    assertThatThrownBy(() -> DomainName.parse(text)).isInstanceOf(InvalidDomainNameException.class);
  }

  @Test
  void messageSaysTheRuleThenTheValue() {
    assertThatThrownBy(() -> DomainName.parse("example..com"))
        .hasMessage("a domain name must not have an empty label, got example..com");
  }

  @Test
  void messageSaysHowLongANameMayBe() {
    assertThatThrownBy(() -> DomainName.parse("a.".repeat(126) + "com"))
        .hasMessageStartingWith("a domain name must have 1 to 253 characters, got 255: a.a.");
  }

  @Test
  void refusesAHugeNameQuickly() {
    String huge = "üñ".repeat(500_000) + ".com";

    assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> DomainName.parse(huge))
                .isInstanceOf(InvalidDomainNameException.class));
  }

  @Test
  void messageQuotesNoMoreThanAHundredCharacters() {
    assertThatThrownBy(() -> DomainName.parse("_".repeat(300)))
        .hasMessageEndingWith("got " + "_".repeat(100) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ex\u0430mple.com", "example。com", "bücher.example"})
  void ofAsciiRefusesUnicode(String text) {
    assertThatThrownBy(() -> DomainName.ofAscii(text))
        .isInstanceOf(InvalidDomainNameException.class)
        .hasMessageContaining("ASCII");
  }

  @Test
  void ofAsciiLowersCase() {
    assertThat(DomainName.ofAscii("XN--Bcher-KVA.Example").value())
        .isEqualTo("xn--bcher-kva.example");
  }

  @Test
  void showsUnicodeToPeople() {
    assertThat(DomainName.parse("xn--bcher-kva.example").unicode()).isEqualTo("bücher.example");
  }

  @Test
  void sortsByName() {
    assertThat(Stream.of("b.example", "a.example", "a.com").map(DomainName::parse).sorted())
        .extracting(DomainName::value)
        .containsExactly("a.com", "a.example", "b.example");
  }

  @Test
  void namesRecordsBelowIt() {
    assertThat(DomainName.parse("Example.com").child("_smtp._tls"))
        .isEqualTo(new OwnerName("_smtp._tls.example.com"));
  }

  @Test
  void refusesRecordsThatDnsCannotHold() {
    DomainName long248 =
        DomainName.parse(String.join(".", LABEL_OF_63, LABEL_OF_63, LABEL_OF_63, "b".repeat(56)));

    assertThatThrownBy(() -> long248.child("_smtp._tls"))
        .isInstanceOf(InvalidDomainNameException.class);
  }
}
