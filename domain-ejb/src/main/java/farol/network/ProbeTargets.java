package farol.network;

import java.util.List;
import java.util.Optional;

/**
 * Where Farol may connect to on behalf of a name that anybody can publish: public addresses, and
 * what the operator allows ({@code FAROL_PROBE_ALLOW}). Whoever connects must ask with the very
 * address that it connects to, for a name may have another one a moment later.
 */
public final class ProbeTargets {
  private static final IpNetwork TRANSLATED = IpNetwork.parse("64:ff9b::/96").orElseThrow();

  private final List<IpNetwork> allowed;

  /**
   * Lets connections go to public addresses.
   *
   * @param allowed networks that connections may go to besides, whatever they are for
   */
  public ProbeTargets(List<IpNetwork> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * Why nothing may connect to this address, for an operator; empty if it may. An address that a
   * NAT64 translates (64:ff9b::/96, RFC 6052) is what it is translated to.
   */
  public Optional<String> objection(IpAddress address) {
    if (allowed.stream().anyMatch(network -> network.contains(address))) {
      return Optional.empty();
    }
    IpAddress reached = TRANSLATED.contains(address) ? address.embeddedIpv4() : address;
    return SpecialPurposeNetworks.purpose(reached)
        .map(purpose -> address + " is not a public address (" + purpose + ")");
  }
}
