package farol.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnListenersTest {
  @ParameterizedTest
  @CsvSource({"*, localhost", "127.0.0.1, 127.0.0.1", "::1, [::1]", "10.0.0.5, 10.0.0.5"})
  void hostIsTheOneOfTheAddressListenedOn(String bind, String host) {
    assertThat(OwnListeners.host(bind)).isEqualTo(host);
  }
}
