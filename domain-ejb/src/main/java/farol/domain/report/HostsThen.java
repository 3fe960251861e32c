package farol.domain.report;

import farol.domain.shared.DomainName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The MX hosts that were known when a report came, as far as what was decided of it tells. */
final class HostsThen {
  private HostsThen() {}

  /**
   * A policy as it was attributed when the report came.
   *
   * @param domain whom it names; empty for nobody
   */
  record Decided(Attribution attribution, String domain) {}

  /** For names that nothing was decided about, the hosts known now have to do. */
  static Set<String> of(List<Decided> policies, DomainName domain, Set<String> now) {
    if (policies.stream().anyMatch(policy -> policy.attribution() == Attribution.ASSUMED_MX_HOST)) {
      return Set.of();
    }
    Set<String> hosts = new HashSet<>(now);
    for (Decided policy : policies) {
      if (policy.attribution() == Attribution.MX_HOST) {
        hosts.add(policy.domain());
      } else if (policy.attribution() == Attribution.FOREIGN) {
        hosts.remove(policy.domain());
        hosts.add(domain.value()); // some host was known; this one changes nothing
      }
    }
    return hosts;
  }
}
