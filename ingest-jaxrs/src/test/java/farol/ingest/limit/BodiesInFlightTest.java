package farol.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import farol.network.IpAddress;
import farol.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodiesInFlightTest {
  private static final int MOST_BYTES = 2_000_000;

  private final BodiesInFlight bodies =
      new BodiesInFlight(
          Settings.of(
              Map.of(
                  "FAROL_LIMIT_BODIES_BYTES",
                  String.valueOf(MOST_BYTES),
                  "FAROL_LIMIT_BODIES_OF_ADDRESS",
                  "2")));

  @Test
  void admitsASendersNumberAndNotOneMore() {
    assertThat(bodies.begin(address("192.0.2.1"))).isPresent();
    assertThat(bodies.begin(address("192.0.2.1"))).isPresent();
    assertThat(bodies.begin(address("192.0.2.1"))).isEmpty();
    assertThat(bodies.begin(address("192.0.2.2"))).isPresent();
  }

  @Test
  void aSenderIsAWholeNetworkOfIpv6() {
    assertThat(bodies.begin(address("2001:db8::1"))).isPresent();
    assertThat(bodies.begin(address("2001:db8::2"))).isPresent();
    assertThat(bodies.begin(address("2001:db8::3"))).isEmpty();
    assertThat(bodies.begin(address("2001:db8:0:1::1"))).isPresent();
  }

  @Test
  void admitsAnotherOnceOneHasLeft() {
    bodies.begin(address("192.0.2.1"));
    BodiesInFlight.Place place = bodies.begin(address("192.0.2.1")).orElseThrow();

    place.close();
    place.close();

    assertThat(bodies.begin(address("192.0.2.1"))).isPresent();
    assertThat(bodies.begin(address("192.0.2.1"))).isEmpty();
  }

  @Test
  void givesRoomForItsBytesAndNotOneMore() {
    BodiesInFlight.Place one = bodies.begin(address("192.0.2.1")).orElseThrow();
    BodiesInFlight.Place other = bodies.begin(address("192.0.2.2")).orElseThrow();

    assertThat(one.take(MOST_BYTES - 1)).isTrue();
    assertThat(other.take(2)).isFalse();
    assertThat(other.take(1)).isTrue();
    assertThat(other.take(1)).isFalse();
    assertThat(bodies.bytes()).isEqualTo(MOST_BYTES);
  }

  @Test
  void roomIsGivenBack() {
    BodiesInFlight.Place one = bodies.begin(address("192.0.2.1")).orElseThrow();
    one.take(MOST_BYTES);

    one.close();

    assertThat(bodies.bytes()).isZero();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
