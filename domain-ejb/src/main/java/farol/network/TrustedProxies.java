package farol.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells who sent a request. Without trusted proxies that is whoever connected: anybody can write
 * {@code X-Forwarded-For}.
 */
public final class TrustedProxies {
  /** The header that a proxy adds the address of its client to. */
  public static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IpNetwork> networks;

  /**
   * Believes these.
   *
   * @param networks where the proxies are
   */
  public TrustedProxies(List<IpNetwork> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * The nearest address that is no trusted proxy. Read from the end, for each proxy adds what it
   * has seen itself; an entry that is no address ends the search, as nothing before it can be
   * believed.
   *
   * @param connected the address of whoever connected
   * @param forwardedFor all values of the header, in their order
   */
  public IpAddress senderOf(String connected, List<String> forwardedFor) {
    IpAddress sender =
        IpAddress.parse(connected)
            .orElseThrow(() -> new IllegalArgumentException("no address: " + connected));
    if (!isTrusted(sender)) {
      return sender;
    }
    List<String> hops =
        forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(",", -1))).toList();
    for (int i = hops.size() - 1; i >= 0 && isTrusted(sender); i--) {
      Optional<IpAddress> hop = IpAddress.parse(hops.get(i).strip());
      if (hop.isEmpty()) {
        return sender;
      }
      sender = hop.get();
    }
    return sender;
  }

  private boolean isTrusted(IpAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
