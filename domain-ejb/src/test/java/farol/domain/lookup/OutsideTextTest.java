package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutsideTextTest {
  @Test
  void replacesWhatIsInvisibleOrTurnsTheDirection() {
    assertThat(OutsideText.safe("a\u202eb\u2066c\u0007d\u2028e\tf é ✓"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf é ✓");
  }

  @Test
  void keepsTheLinesOfATextApart() {
    assertThat(OutsideText.safeLines("version: STSv1\r\nmode: \u202eenforce\n"))
        .isEqualTo("version: STSv1\r\nmode: \ufffdenforce\n");
  }
}
