package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TxtValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "\"quoted\" \\ back; slash", "naïve 🗼", "\\065"})
  void keepsOrdinaryTextAsItIs(String text) {
    assertThat(TxtValues.of(List.of(text.getBytes(UTF_8)))).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u202e", "\u200b", "\u2028", "\uffff"
      })
  void replacesWhatCouldHideOrBreakText(String character) {
    assertThat(TxtValues.of(List.of(("a" + character + "b").getBytes(UTF_8))))
        .containsExactly("a\ufffdb");
  }

  @Test
  void replacesBytesThatAreNotUtf8() {
    assertThat(TxtValues.of(List.of("caf\u00e9!".getBytes(ISO_8859_1))))
        .containsExactly("caf\ufffd!");
  }

  @Test
  void sortsSoThatTheOrderOfDnsDoesNotShow() {
    Stream<String> records = Stream.of("bb", "ccc", "aa", "d");

    assertThat(TxtValues.of(records.map(text -> text.getBytes(UTF_8)).toList()))
        .containsExactly("d", "aa", "bb", "ccc");
  }

  @Test
  void keepsEightKibibytes() {
    assertThat(TxtValues.of(List.of(new byte[0], junk(8192))))
        .containsExactly("", "x".repeat(8192));
  }

  @Test
  void marksARecordCutThere() {
    assertThat(TxtValues.of(List.of(junk(8193)))).containsExactly("x".repeat(8192) + "…");
  }

  @Test
  void junkCannotPushOutAToken() {
    byte[] token = "tlsrpt-verify=token".getBytes(UTF_8);

    assertThat(TxtValues.of(List.of(junk(9000), junk(9001), token)))
        .containsExactly("tlsrpt-verify=token", "x".repeat(8192 - token.length) + "…");
  }

  private static byte[] junk(int length) {
    return "x".repeat(length).getBytes(UTF_8);
  }
}
