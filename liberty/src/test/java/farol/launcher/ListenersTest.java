package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenersTest {
  @Test
  void areWhatTheSettingsSay() {
    Settings settings =
        Settings.of(
            Map.of(
                "FAROL_BIND", "127.0.0.1",
                "FAROL_PUBLIC_PORT", "8444",
                "FAROL_INTRANET_PORT", "9444"));

    assertThat(Listeners.of(settings)).isEqualTo(new Listeners("127.0.0.1", 8444, 9444));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "127.0.0.1", "localhost"})
  void mayHaveFreePorts(String bind) throws IOException {
    Listeners listeners = new Listeners(bind, Ports.free(), Ports.free());

    assertThatCode(listeners::requireFree).doesNotThrowAnyException();
    assertThatCode(listeners::requireFree).as("again").doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "127.0.0.1"})
  void sayWhichPortAnotherProgramHasAndWhichSettingChangesIt(String bind) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();

      assertThatThrownBy(new Listeners(bind, taken, Ports.free())::requireFree)
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("port " + taken + " of " + bind + " can't be listened on")
          .hasMessageEndingWith("set FAROL_PUBLIC_PORT or FAROL_BIND")
          .hasMessageNotContaining("\n");
      assertThatThrownBy(new Listeners(bind, Ports.free(), taken)::requireFree)
          .isInstanceOf(StartFailure.class)
          .hasMessageEndingWith("set FAROL_INTRANET_PORT or FAROL_BIND");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "no such host"})
  void sayThatAnAddressIsNotOfThisMachine(String bind) throws IOException {
    assertThatThrownBy(new Listeners(bind, Ports.free(), Ports.free())::requireFree)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(bind)
        .hasMessageContaining("FAROL_BIND")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"*, localhost", "192.0.2.1, 192.0.2.1", "::1, [::1]"})
  void areReachedFromThisMachine(String bind, String host) {
    assertThat(new Listeners(bind, 1, 2).localHost()).isEqualTo(host);
  }
}
