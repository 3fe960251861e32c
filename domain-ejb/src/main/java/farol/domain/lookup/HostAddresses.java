package farol.domain.lookup;

import static java.util.Objects.requireNonNull;

import farol.network.IpAddress;

/**
 * Where a host is, by family: one may fail while the other is found. Lowest address first, and 8
 * KiB of each family at most.
 *
 * @param ipv4 of A records
 * @param ipv6 of AAAA records; one that maps an IPv4 address is here as what it is, an IPv4 address
 */
public record HostAddresses(LookupOutcome<IpAddress> ipv4, LookupOutcome<IpAddress> ipv6) {
  public HostAddresses {
    requireNonNull(ipv4, "ipv4");
    requireNonNull(ipv6, "ipv6");
  }
}
