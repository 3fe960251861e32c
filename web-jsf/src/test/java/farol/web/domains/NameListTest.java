package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.com\nb.com",
        "a.com\r\nb.com\r\n",
        "a.com, b.com",
        "a.com,b.com,",
        "a.com b.com",
        " a.com\t;b.com ",
        "\n\n,a.com\u00a0b.com,,;"
      })
  void tellsNamesApart(String text) {
    assertThat(NameList.of(text, 10).first()).containsExactly("a.com", "b.com");
    assertThat(NameList.of(text, 10).rest()).isEmpty();
  }

  @Test
  void takesAsManyAsAllowedAndKeepsTheRest() {
    assertThat(NameList.of("a b c d", 3))
        .isEqualTo(new NameList(List.of("a", "b", "c"), List.of("d")));
    assertThat(NameList.of("a b c", 3).rest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n,;\t"})
  void findsNoNameInNothing(String text) {
    assertThat(NameList.of(text, 3).first()).isEmpty();
  }
}
