package farol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void keepsAHundredCharacters() {
    assertThat(Excerpt.of("a".repeat(100))).isEqualTo("a".repeat(100));
  }

  @Test
  void marksWhatItCut() {
    assertThat(Excerpt.of("a".repeat(101))).isEqualTo("a".repeat(100) + "…");
  }

  @Test
  void splitsNoSurrogatePair() {
    assertThat(Excerpt.of("🗼".repeat(101))).isEqualTo("🗼".repeat(100) + "…");
  }
}
