package farol.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All addresses that begin alike.
 *
 * @param address one of them; kept with the bits behind the prefix cleared
 * @param prefix how many of 128 bits they share, from 0 to 128; an IPv4 network has 96 more than it
 *     is written with
 */
public record IpNetwork(IpAddress address, int prefix) {
  static final int MAPPED_PREFIX = 96;
  private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");

  public IpNetwork {
    if (prefix < 0 || prefix > 128) {
      throw new IllegalArgumentException("a prefix must be from 0 to 128, got " + prefix);
    }
    address = new IpAddress(address.high() & mask(prefix), address.low() & mask(prefix - 64));
  }

  /** Reads {@code 192.0.2.0/24} or {@code 2001:db8::/32}; an address alone is a network of one. */
  public static Optional<IpNetwork> parse(String text) {
    Matcher parts = CIDR.matcher(text);
    return parts.matches()
        ? IpAddress.parse(parts.group(1)).flatMap(address -> of(address, parts.group(2)))
        : Optional.empty();
  }

  private static Optional<IpNetwork> of(IpAddress address, @Nullable String written) {
    int longest = address.isIpv4() ? 32 : 128;
    int prefix = written == null ? longest : Integer.parseInt(written);
    return prefix > longest ? Optional.empty() : Optional.of(address.network(prefix, prefix));
  }

  public boolean contains(IpAddress other) {
    return (other.high() & mask(prefix)) == address.high()
        && (other.low() & mask(prefix - 64)) == address.low();
  }

  /** The first so many bits of 64; none for a negative number, all for more than 64. */
  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= 64 ? -1 : -1L << (64 - bits);
  }
}
