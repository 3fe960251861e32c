package farol.dns;

import farol.domain.shared.Excerpt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Address;

/** The setting {@code FAROL_DNS_SERVERS}: which resolvers to ask, in order. */
public final class DnsServers {
  private static final int DEFAULT_PORT = 53;
  private static final Pattern SERVER =
      Pattern.compile("(?:(?<v4>[0-9.]+)|\\[(?<v6>[0-9A-Fa-f:.]+)])(?::(?<port>[0-9]{1,5}))?");

  private DnsServers() {}

  /**
   * Reads {@code address[:port]}, comma-separated; IPv6 addresses in brackets; the port is 53
   * unless given. Names are refused: who would resolve them?
   *
   * @return empty for a blank setting, which means the system's resolvers
   * @throws IllegalArgumentException if an entry is something else
   */
  public static List<InetSocketAddress> parse(String setting) {
    if (setting.isBlank()) {
      return List.of();
    }
    return Arrays.stream(setting.split(",", -1)).map(entry -> server(entry.strip())).toList();
  }

  private static InetSocketAddress server(String entry) {
    Matcher matcher = SERVER.matcher(entry);
    if (!matcher.matches()) {
      throw refusal(entry);
    }
    String v4 = matcher.group("v4");
    byte @Nullable [] address =
        v4 == null
            ? Address.toByteArray(matcher.group("v6"), Address.IPv6)
            : Address.toByteArray(v4, Address.IPv4);
    String digits = matcher.group("port");
    int port = digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
    if (address == null || port < 1 || port > 65_535) {
      throw refusal(entry);
    }
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes was refused", e);
    }
  }

  private static IllegalArgumentException refusal(String entry) {
    return new IllegalArgumentException(
        "FAROL_DNS_SERVERS must list address[:port] separated by commas, IPv6 addresses in"
            + " brackets, ports 1 to 65535, got "
            + Excerpt.of(entry));
  }
}
