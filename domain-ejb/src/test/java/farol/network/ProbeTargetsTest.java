package farol.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTargetsTest {
  private final ProbeTargets targets = new ProbeTargets(List.of());

  /** The first and the last address of each network, and some between. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.8",
        "192.0.0.9",
        "192.0.0.10",
        "192.0.0.170",
        "192.0.0.171",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.31.196.0",
        "192.31.196.255",
        "192.52.193.0",
        "192.52.193.255",
        "192.88.99.0",
        "192.88.99.2",
        "192.88.99.255",
        "192.168.0.0",
        "192.168.255.255",
        "192.175.48.0",
        "192.175.48.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.0",
        "198.51.100.255",
        "203.0.113.0",
        "203.0.113.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::10.0.0.1",
        "::8.8.8.8",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::",
        "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100::",
        "100::ffff:ffff:ffff:ffff",
        "100:0:0:1::1",
        "2001::",
        "2001:0:53aa:64c:0:0:0:0",
        "2001:1::1",
        "2001:1::2",
        "2001:1::3",
        "2001:2::1",
        "2001:3::1",
        "2001:4:112::1",
        "2001:10::1",
        "2001:1f:ffff::",
        "2001:20::1",
        "2001:30::1",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002::",
        "2002:7f00:1::",
        "2002:808:808::1",
        "2620:4f:8000::1",
        "3fff::",
        "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "4000::",
        "5f00::1",
        "fc00::",
        "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
      })
  void objectsToEveryAddressThatIsNotPublic(String address) {
    assertThat(targets.objection(address(address))).isPresent();
  }

  /** The neighbours of those. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2000::",
        "2001:200::",
        "2001:db7:ffff::",
        "2001:db9::",
        "2003::",
        "2620:4f:8001::",
        "2a00:1450:4001:82b::2003",
        "3ffe:ffff::",
        "3fff:1000::"
      })
  void hasNothingAgainstPublicAddresses(String address) {
    assertThat(targets.objection(address(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3|10.1.2.3 is not a public address (Private-Use, RFC 1918)",
        "192.0.0.9|192.0.0.9 is not a public address (Port Control Protocol Anycast, RFC 7723)",
        "2001:1::1|2001:1::1 is not a public address (Port Control Protocol Anycast, RFC 7723)",
        "64:ff9b::10.1.2.3|64:ff9b::a01:203 is not a public address (Private-Use, RFC 1918)",
        "fec0::1|fec0::1 is not a public address (Reserved by IETF, RFC 4291)"
      })
  void saysWhatTheSmallestNetworkIsFor(String address, String objection) {
    assertThat(targets.objection(address(address))).contains(objection);
  }

  @Test
  void takesTheOperatorsWord() {
    ProbeTargets intranet =
        new ProbeTargets(
            Stream.of("10.1.0.0/16", "fd00::/8")
                .map(network -> IpNetwork.parse(network).orElseThrow())
                .toList());

    assertThat(intranet.objection(address("10.1.2.3"))).isEmpty();
    assertThat(intranet.objection(address("::ffff:10.1.2.3"))).isEmpty();
    assertThat(intranet.objection(address("fd12::1"))).isEmpty();
    assertThat(intranet.objection(address("10.2.0.0"))).isPresent();
    assertThat(intranet.objection(address("fc00::1"))).isPresent();
    assertThat(intranet.objection(address("64:ff9b::10.1.2.3"))).isPresent();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
