package farol.dns;

import farol.network.Deadline;
import java.time.Clock;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Proves answers by their signatures, from the trust anchor down, whatever the resolver thinks of
 * them. Each look-up has a validator of its own, so that no key of yesterday decides about an
 * answer of today.
 */
record OwnValidation(ServerList servers, TrustAnchors anchors, Clock clock) implements Validation {
  @Override
  public Asking within(Deadline deadline) {
    Upstream upstream = new Upstream(servers, deadline);
    ValidatingResolver validator = new ValidatingResolver(upstream, clock);
    anchors.loadInto(validator);
    return new Prover(validator, upstream);
  }
}
