package farol.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:DB8::1, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:2:3:0:0:0:1, 0:0:2:3::1",
    "0:0:2:3:4:5:0:0, ::2:3:4:5:0:0",
    "10:0:0:20:0:30:0:0, 10::20:0:30:0:0",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "64:ff9b::10.0.0.1, 64:ff9b::a00:1"
  })
  void writesItselfInTheOneFormOfRfc5952(String text, String canonical) {
    assertThat(address(text)).hasToString(canonical);
    assertThat(address(canonical)).isEqualTo(address(text));
  }

  @Test
  void isWhatJavaConnectsTo() throws UnknownHostException {
    assertThat(address("192.0.2.1").inetAddress())
        .isInstanceOf(Inet4Address.class)
        .isEqualTo(InetAddress.getByName("192.0.2.1"));
    assertThat(address("::ffff:192.0.2.1").inetAddress()).isInstanceOf(Inet4Address.class);
    assertThat(address("2001:db8::1").inetAddress())
        .isInstanceOf(Inet6Address.class)
        .isEqualTo(InetAddress.getByName("2001:db8::1"));
    assertThat(IpAddress.of(InetAddress.getByName("2001:db8::1")))
        .isEqualTo(address("2001:db8::1"));
  }

  @Test
  void sortsByNumber() {
    Stream<IpAddress> addresses =
        Stream.of("fe80::", "200.0.0.0", "::1", "2001::", "10.0.0.0", "9.0.0.0")
            .map(IpAddressTest::address);

    assertThat(addresses.sorted().map(IpAddress::toString))
        .containsExactly("::1", "9.0.0.0", "10.0.0.0", "200.0.0.0", "2001::", "fe80::");
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
