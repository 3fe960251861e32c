package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsServersTest {
  @Test
  void readsAddressesInOrder() {
    assertThat(DnsServers.parse("127.0.0.1:5353, 192.0.2.7,[2001:db8::1]:54,[::1]"))
        .extracting(InetSocketAddress::toString)
        .containsExactly(
            "/127.0.0.1:5353",
            "/192.0.2.7:53",
            "/[2001:db8:0:0:0:0:0:1]:54",
            "/[0:0:0:0:0:0:0:1]:53");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void blankMeansTheSystemsResolvers(String setting) {
    assertThat(DnsServers.parse(setting)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns.example.com",
        "localhost:53",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:",
        "127.0.0.1:dns",
        "127.0.0.1 53",
        "127.1",
        "256.0.0.1",
        "2001:db8::1",
        "[127.0.0.1]",
        "[2001:db8:::1]",
        "[fe80::1%eth0]",
        ",",
        "127.0.0.1,",
        "127.0.0.1;127.0.0.2"
      })
  void refusesAnythingElse(String setting) {
    assertThatThrownBy(() -> DnsServers.parse(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("FAROL_DNS_SERVERS must list address[:port]");
  }

  @Test
  void messageNamesTheEntryThatIsWrong() {
    assertThatThrownBy(() -> DnsServers.parse("127.0.0.1, ns.example"))
        .hasMessageEndingWith("got ns.example");
  }
}
