package farol.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void doublesUpToAnHour() {
    assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(BackOff::after).map(wait -> wait.toMinutes()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void staysAtAnHourForEver() {
    assertThat(IntStream.of(64, 65, 1_000_000).mapToObj(BackOff::after))
        .allMatch(wait -> wait.toMinutes() == 60);
  }
}
