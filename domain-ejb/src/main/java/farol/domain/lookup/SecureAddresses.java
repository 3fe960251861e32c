package farol.domain.lookup;

import static java.util.Objects.requireNonNull;

import farol.network.IpAddress;

/**
 * Where a host is, by family, and whether that is proven; otherwise as {@link HostAddresses}.
 *
 * @param ipv4 of A records
 * @param ipv6 of AAAA records
 */
public record SecureAddresses(SecureOutcome<IpAddress> ipv4, SecureOutcome<IpAddress> ipv6) {
  public SecureAddresses {
    requireNonNull(ipv4, "ipv4");
    requireNonNull(ipv6, "ipv6");
  }
}
