package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import farol.domain.shared.DomainName;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MxPatternTest {
  @ParameterizedTest
  @CsvSource({
    "mx.example.com,   mx.example.com,     true",
    "MX.Example.COM,   mx.example.com,     true",
    "mx.example.com,   mx1.example.com,    false",
    "mx.example.com,   a.mx.example.com,   false",
    "example.com,      mx.example.com,     false",
    "*.example.com,    mx.example.com,     true",
    "*.EXAMPLE.com,    mx.example.com,     true",
    "*.example.com,    example.com,        false",
    "*.example.com,    a.mx.example.com,   false",
    "*.example.com,    mx.badexample.com,  false",
    "*.example.com,    mx.example.com.br,  false",
    "*.com,            example.com,        true",
    "xn--bcher-kva.example, bücher.example, true",
  })
  void standsForOneHostOrForOneMoreLabel(String pattern, String host, boolean matches) {
    assertThat(new MxPattern(pattern).matches(DomainName.parse(host))).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.example.com",
        "*.example.com",
        "localhost",
        "*.example",
        "1.2.3.example",
        "a--b.example",
        "MX.EXAMPLE"
      })
  void acceptsNames(String text) {
    assertThat(MxPattern.read(text)).map(MxPattern::value).contains(text.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*.",
        ".",
        "mx.example.com.",
        ".example.com",
        "mx..example.com",
        "*.*.example.com",
        "mx.*.example.com",
        "mx*.example.com",
        "*mx.example.com",
        "**.example.com",
        "*example.com",
        "-mx.example.com",
        "mx-.example.com",
        "m_x.example.com",
        "mx example.com",
        "192.0.2.1",
        "[192.0.2.1]",
        "2001:db8::1",
        "*.0.2.1",
        "mx.example.1a",
        "møx.example",
        "mx.example.\u212Aom",
        "mx.example.com\n",
        "mx.example.com:25"
      })
  void refusesAnythingElse(String text) {
    assertThat(MxPattern.read(text)).isEmpty();
    assertThatThrownBy(() -> new MxPattern(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelHasUpTo63CharactersAndANameUpTo253() {
    String label = "a".repeat(63);
    String longest = (label + ".").repeat(3) + "a".repeat(61);

    assertThat(MxPattern.read(label + ".example")).isPresent();
    assertThat(MxPattern.read("a" + label + ".example")).isEmpty();
    assertThat(MxPattern.read(longest)).isPresent();
    assertThat(MxPattern.read("*." + longest)).isPresent();
    assertThat(MxPattern.read(longest + "a")).isEmpty();
    assertThat(MxPattern.read("*." + longest + "a")).isEmpty();
  }

  @Test
  void refusesAHugeTextQuickly() {
    assertTimeout(
        Duration.ofSeconds(1), () -> assertThat(MxPattern.read("a.".repeat(500_000))).isEmpty());
  }

  @Test
  void isMadeOfAHost() {
    MxPattern pattern = MxPattern.of(DomainName.parse("mx.example.com"));

    assertThat(pattern).hasToString("mx.example.com");
    assertThat(pattern.isWildcard()).isFalse();
    assertThat(new MxPattern("*.example.com").isWildcard()).isTrue();
  }
}
