package farol.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0",
    "192.0.2.0/24, 192.0.2.255",
    "192.0.2.77/24, 192.0.2.1",
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0/0, 203.0.113.9",
    "127.0.0.0/8, 127.255.255.255",
    "192.0.2.0/24, ::ffff:192.0.2.9",
    "2001:db8::/32, 2001:db8:ffff::1",
    "2001:db8:0:1::/64, 2001:db8:0:1:ffff:ffff:ffff:ffff",
    "2001:db8::1, 2001:0db8:0:0:0:0:0:1",
    "fe80::/10, fe80::1%eth0",
    "::/0, 2001:db8::1"
  })
  void containsWhatBeginsAlike(String network, String address) {
    assertThat(network(network).contains(address(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.3.0",
    "192.0.2.0/25, 192.0.2.128",
    "192.0.2.1, 192.0.2.2",
    "0.0.0.0/0, 2001:db8::1",
    "2001:db8::/32, 2001:db9::",
    "2001:db8:0:1::/64, 2001:db8:0:2::",
    "2001:db8::/65, 2001:db8:0:0:8000::",
    "2001:db8::1, 2001:db8::2",
    "2001:db8::/32, 192.0.2.1"
  })
  void doesNotContainOthers(String network, String address) {
    assertThat(network(network).contains(address(address))).isFalse();
  }

  @Test
  void sendersOfOneNetworkAreOne() {
    assertThat(address("192.0.2.1").network(24, 48))
        .isEqualTo(address("192.0.2.254").network(24, 48));
    assertThat(address("2001:db8:1:2::3").network(24, 48))
        .isEqualTo(address("2001:db8:1:ffff::").network(24, 48));
    assertThat(address("192.0.2.1").network(24, 48))
        .isNotEqualTo(address("192.0.3.1").network(24, 48));
    assertThat(address("2001:db8:1::").network(24, 48))
        .isNotEqualTo(address("2001:db8:2::").network(24, 48));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/",
        "192.0.2.0/24/8",
        "192.0.2",
        "192.0.2.0.1",
        "192.0.2.256",
        "192.0.02.1",
        "3221225985",
        "2001:db8::/129",
        "2001:db8",
        "2001:db8:::1",
        "1:2:3:4:5:6:7:8:9",
        "::ffff:192.0.2.256",
        "/24",
        "fe80::1%"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(IpNetwork.parse(text)).isEmpty();
  }

  private static IpNetwork network(String text) {
    return IpNetwork.parse(text).orElseThrow();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
