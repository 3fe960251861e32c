package farol.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.shared.TestClock;
import farol.imports.Pulse.LeftException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
  private final TestClock clock = new TestClock(Imports.NOON);
  private boolean held = true;
  private int beats;
  private final Pulse pulse =
      new Pulse(
          clock,
          () -> {
            beats++;
            return held;
          });

  @Test
  void beatsOnceASecondHoweverMuchIsRead() throws IOException {
    InputStream bytes = pulse.in(new ByteArrayInputStream(new byte[10]));
    assertThat(bytes.read()).isZero();
    assertThat(bytes.read(new byte[3])).isEqualTo(3);
    pulse.beat();
    clock.pass(Duration.ofMillis(999));
    pulse.beat();
    assertThat(beats).isEqualTo(1);

    clock.pass(Duration.ofMillis(1));
    assertThat(bytes.readAllBytes()).hasSize(6);

    assertThat(beats).isEqualTo(2);
  }

  @Test
  void nothingIsReadOfWhatIsLeft() {
    InputStream bytes = pulse.in(new ByteArrayInputStream(new byte[10]));
    held = false;

    assertThatExceptionOfType(LeftException.class).isThrownBy(bytes::read);
    held = true;
    clock.pass(Duration.ofMinutes(1));
    assertThatExceptionOfType(LeftException.class).isThrownBy(pulse::beat);
    assertThat(beats).isEqualTo(1);
  }
}
