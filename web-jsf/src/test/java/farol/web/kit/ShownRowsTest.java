package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShownRowsTest {
  @Test
  void areOthersWhenOneCameOrWentOrMoved() {
    String shown = ShownRows.of(Stream.of("ann", "bob"));

    assertThat(ShownRows.of(Stream.of("ann", "bob"))).isEqualTo(shown);
    assertThat(ShownRows.of(Stream.of("abe", "ann", "bob"))).isNotEqualTo(shown);
    assertThat(ShownRows.of(Stream.of("bob"))).isNotEqualTo(shown);
    assertThat(ShownRows.of(Stream.of("bob", "ann"))).isNotEqualTo(shown);
    assertThat(ShownRows.of(Stream.of("ann bob"))).isNotEqualTo(shown);
  }

  @Test
  void areWrittenInLettersThatAFormSendsAsTheyAre() {
    assertThat(ShownRows.of(Stream.of("a\n\u202Eb\"<é>", 7L))).matches("[A-Za-z0-9%+ ._*-]+");
  }
}
