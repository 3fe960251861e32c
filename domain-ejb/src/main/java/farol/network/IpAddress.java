package farol.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of either family in one form: an IPv4 address is the IPv6 address that it is mapped to
 * (RFC 4291, section 2.5.5.2), so that nobody counts as two by writing his in two ways.
 *
 * @param high the first 64 bits
 * @param low the others
 */
public record IpAddress(long high, long low) {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");
  private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]{1,32}$");
  private static final long MAPPED = 0x0000_ffff_0000_0000L;

  /**
   * Reads an address as text, with or without a zone ({@code fe80::1%eth0}); empty where the text
   * is something else. Never asks a name server.
   */
  public static Optional<IpAddress> parse(String text) {
    String address = ZONE.matcher(text).replaceFirst("");
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(InetAddress.getByName(address)));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static IpAddress of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? new IpAddress(0, MAPPED | Integer.toUnsignedLong(bytes.getInt()))
        : new IpAddress(bytes.getLong(), bytes.getLong());
  }

  public boolean isIpv4() {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  /** The network around it: its first so many bits, of 32 or of 128. */
  public IpNetwork network(int ipv4Prefix, int ipv6Prefix) {
    return new IpNetwork(this, isIpv4() ? IpNetwork.MAPPED_PREFIX + ipv4Prefix : ipv6Prefix);
  }
}
