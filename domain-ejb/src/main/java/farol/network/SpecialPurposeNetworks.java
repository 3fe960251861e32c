package farol.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Networks in which nobody's public server is: every entry of IANA's registries of special-purpose
 * IPv4 and IPv6 addresses as of 2025-10-09, also those that IANA calls globally reachable (relays,
 * anycast services of the own network, sinks of DNS), and multicast. IPv6 addresses outside of
 * 2000::/3, from which alone IANA assigns unicast addresses, are unassigned or worse.
 *
 * <p>{@code InetAddress.isSiteLocalAddress} and its like know a few of them only.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IPv4 registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 registry</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a>
 */
final class SpecialPurposeNetworks {
  private static final List<Entry> ENTRIES =
      Stream.of(
              entry("0.0.0.0/8", "\"This network\", RFC 791"),
              entry("0.0.0.0/32", "\"This host on this network\", RFC 1122"),
              entry("10.0.0.0/8", "Private-Use, RFC 1918"),
              entry("100.64.0.0/10", "Shared Address Space, RFC 6598"),
              entry("127.0.0.0/8", "Loopback, RFC 1122"),
              entry("169.254.0.0/16", "Link Local, RFC 3927"),
              entry("172.16.0.0/12", "Private-Use, RFC 1918"),
              entry("192.0.0.0/24", "IETF Protocol Assignments, RFC 6890"),
              entry("192.0.0.0/29", "IPv4 Service Continuity Prefix, RFC 7335"),
              entry("192.0.0.8/32", "IPv4 dummy address, RFC 7600"),
              entry("192.0.0.9/32", "Port Control Protocol Anycast, RFC 7723"),
              entry("192.0.0.10/32", "TURN Anycast, RFC 8155"),
              entry("192.0.0.170/32", "NAT64/DNS64 Discovery, RFC 8880"),
              entry("192.0.0.171/32", "NAT64/DNS64 Discovery, RFC 8880"),
              entry("192.0.2.0/24", "Documentation (TEST-NET-1), RFC 5737"),
              entry("192.31.196.0/24", "AS112-v4, RFC 7535"),
              entry("192.52.193.0/24", "AMT, RFC 7450"),
              entry("192.88.99.0/24", "Deprecated (6to4 Relay Anycast), RFC 7526"),
              entry("192.88.99.2/32", "6a44-relay anycast address, RFC 6751"),
              entry("192.168.0.0/16", "Private-Use, RFC 1918"),
              entry("192.175.48.0/24", "Direct Delegation AS112 Service, RFC 7534"),
              entry("198.18.0.0/15", "Benchmarking, RFC 2544"),
              entry("198.51.100.0/24", "Documentation (TEST-NET-2), RFC 5737"),
              entry("203.0.113.0/24", "Documentation (TEST-NET-3), RFC 5737"),
              entry("224.0.0.0/4", "Multicast, RFC 5771"),
              entry("240.0.0.0/4", "Reserved, RFC 1112"),
              entry("255.255.255.255/32", "Limited Broadcast, RFC 8190"),
              entry("::1/128", "Loopback Address, RFC 4291"),
              entry("::/128", "Unspecified Address, RFC 4291"),
              entry("64:ff9b::/96", "IPv4-IPv6 Translation, RFC 6052"),
              entry("64:ff9b:1::/48", "IPv4-IPv6 Translation, RFC 8215"),
              entry("100::/64", "Discard-Only Address Block, RFC 6666"),
              entry("100:0:0:1::/64", "Dummy IPv6 Prefix, RFC 9780"),
              entry("2001::/23", "IETF Protocol Assignments, RFC 2928"),
              entry("2001::/32", "Teredo, RFC 4380"),
              entry("2001:1::1/128", "Port Control Protocol Anycast, RFC 7723"),
              entry("2001:1::2/128", "TURN Anycast, RFC 8155"),
              entry("2001:1::3/128", "DNS-SD Service Registration Protocol Anycast, RFC 9665"),
              entry("2001:2::/48", "Benchmarking, RFC 5180"),
              entry("2001:3::/32", "AMT, RFC 7450"),
              entry("2001:4:112::/48", "AS112-v6, RFC 7535"),
              entry("2001:10::/28", "Deprecated (ORCHID), RFC 4843"),
              entry("2001:20::/28", "ORCHIDv2, RFC 7343"),
              entry("2001:30::/28", "Drone Remote ID Protocol Entity Tags, RFC 9374"),
              entry("2001:db8::/32", "Documentation, RFC 3849"),
              entry("2002::/16", "6to4, RFC 3056"),
              entry("2620:4f:8000::/48", "Direct Delegation AS112 Service, RFC 7534"),
              entry("3fff::/20", "Documentation, RFC 9637"),
              entry("5f00::/16", "Segment Routing (SRv6) SIDs, RFC 9602"),
              entry("fc00::/7", "Unique-Local, RFC 4193"),
              entry("fe80::/10", "Link-Local Unicast, RFC 4291"),
              entry("ff00::/8", "Multicast, RFC 4291"))
          .sorted(Comparator.comparingInt((Entry entry) -> entry.network().prefix()).reversed())
          .toList();

  private static final IpNetwork ASSIGNED = network("2000::/3");

  private SpecialPurposeNetworks() {}

  /**
   * What the smallest network that holds the address is for; empty for an ordinary address. An
   * IPv4-mapped address (::ffff:0:0/96) is the IPv4 address, as in all of this package.
   */
  static Optional<String> purpose(IpAddress address) {
    Optional<String> entry =
        ENTRIES.stream()
            .filter(candidate -> candidate.network().contains(address))
            .map(Entry::purpose)
            .findFirst();
    if (entry.isEmpty() && !address.isIpv4() && !ASSIGNED.contains(address)) {
      return Optional.of("Reserved by IETF, RFC 4291");
    }
    return entry;
  }

  private static Entry entry(String network, String purpose) {
    return new Entry(network(network), purpose);
  }

  private static IpNetwork network(String text) {
    return IpNetwork.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no network: " + text));
  }

  private record Entry(IpNetwork network, String purpose) {}
}
