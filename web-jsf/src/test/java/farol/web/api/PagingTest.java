package farol.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
  @Test
  void saysHowManyToLeaveOut() {
    assertThat(new Paging(0, 500).offset()).isZero();
    assertThat(new Paging(3, 50).offset()).isEqualTo(150);
    assertThat(new Paging(Integer.MAX_VALUE, 1).offset()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"-1, 50", "0, 0", "0, 501", "2147483647, 2", "4294968, 500"})
  void refusesWhatIsNoPage(int page, int size) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> new Paging(page, size))
        .extracting(refused -> refused.problem().code())
        .isEqualTo("BAD_PAGE");
  }
}
