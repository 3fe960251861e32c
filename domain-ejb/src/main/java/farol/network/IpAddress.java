package farol.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An address of either family in one form: an IPv4 address is the IPv6 address that it is mapped to
 * (RFC 4291, section 2.5.5.2), so that nobody counts as two by writing his in two ways.
 *
 * @param high the first 64 bits
 * @param low the others
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");
  private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]{1,32}$");
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");
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

  /** The same address as Java has it. */
  public static IpAddress of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? new IpAddress(0, MAPPED | Integer.toUnsignedLong(bytes.getInt()))
        : new IpAddress(bytes.getLong(), bytes.getLong());
  }

  public boolean isIpv4() {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  /** The address as Java's sockets want it; of the IPv4 kind where it is one. */
  public InetAddress inetAddress() {
    byte[] bytes =
        isIpv4()
            ? ByteBuffer.allocate(4).putInt((int) low).array()
            : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes was refused", e);
    }
  }

  /** The IPv4 address that the last 32 bits hold, as they do behind some prefixes of IPv6. */
  IpAddress embeddedIpv4() {
    return new IpAddress(0, MAPPED | (low & 0xffff_ffffL));
  }

  @Override
  public int compareTo(IpAddress other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** The address as people write it; IPv6 in the form of RFC 5952. */
  @Override
  public String toString() {
    if (isIpv4()) {
      return inetAddress().getHostAddress();
    }
    String groups = IntStream.range(0, 8).mapToObj(this::group).collect(Collectors.joining(":"));
    return ZEROS
        .matcher(groups)
        .results()
        .max(Comparator.comparingLong(IpAddress::zeros)) // the first of the longest
        .map(zeros -> groups.substring(0, zeros.start()) + "::" + groups.substring(zeros.end()))
        .orElse(groups);
  }

  private static long zeros(MatchResult run) {
    return run.group().chars().filter(character -> character == '0').count();
  }

  private String group(int number) {
    long half = number < 4 ? high : low;
    return Long.toHexString((half >>> (16 * (3 - number % 4))) & 0xffff);
  }

  /** The network around it: its first so many bits, of 32 or of 128. */
  public IpNetwork network(int ipv4Prefix, int ipv6Prefix) {
    return new IpNetwork(this, isIpv4() ? IpNetwork.MAPPED_PREFIX + ipv4Prefix : ipv6Prefix);
  }
}
