package farol.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  private static final String PROXY = "10.0.0.7";
  private static final String SENDER = "203.0.113.9";

  private final TrustedProxies proxies =
      new TrustedProxies(
          List.of(
              IpNetwork.parse("10.0.0.0/24").orElseThrow(),
              IpNetwork.parse("2001:db8:9::/48").orElseThrow()));

  @Test
  void senderIsWhoConnectedWhenNothingIsForwarded() {
    assertThat(proxies.senderOf(SENDER, List.of())).isEqualTo(address(SENDER));
    assertThat(proxies.senderOf(PROXY, List.of())).isEqualTo(address(PROXY));
  }

  @Test
  void believesAProxyAboutItsClient() {
    assertThat(proxies.senderOf(PROXY, List.of("203.0.113.9"))).isEqualTo(address(SENDER));
  }

  @Test
  void believesNobodyElse() {
    assertThat(proxies.senderOf(SENDER, List.of("198.51.100.1"))).isEqualTo(address(SENDER));
    assertThat(new TrustedProxies(List.of()).senderOf(PROXY, List.of("198.51.100.1")))
        .isEqualTo(address(PROXY));
  }

  @Test
  void doesNotBelieveWhatTheClientWroteItself() {
    assertThat(proxies.senderOf(PROXY, List.of("198.51.100.1, 203.0.113.9")))
        .isEqualTo(address(SENDER));
    assertThat(proxies.senderOf(PROXY, List.of("198.51.100.1", "203.0.113.9")))
        .isEqualTo(address(SENDER));
  }

  @Test
  void followsAChainOfProxies() {
    assertThat(proxies.senderOf(PROXY, List.of("203.0.113.9, 2001:db8:9::1, 10.0.0.8")))
        .isEqualTo(address(SENDER));
  }

  @Test
  void stopsAtWhatIsNoAddress() {
    assertThat(proxies.senderOf(PROXY, List.of("203.0.113.9, unknown"))).isEqualTo(address(PROXY));
    assertThat(proxies.senderOf(PROXY, List.of("203.0.113.9, , 10.0.0.8")))
        .isEqualTo(address("10.0.0.8"));
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
