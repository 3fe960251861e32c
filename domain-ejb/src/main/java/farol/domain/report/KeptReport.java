package farol.domain.report;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stored report's bytes, with what is needed to read them again as when they came.
 *
 * @param mxHosts the domain's MX hosts when they came, as far as the report concerns them; empty if
 *     none were known then
 */
public record KeptReport(
    long id,
    long domainId,
    DomainName domain,
    Set<String> mxHosts,
    RawReport raw,
    Instant receivedAt) {
  public KeptReport {
    requireNonNull(domain, "domain");
    requireNonNull(raw, "raw");
    requireNonNull(receivedAt, "receivedAt");
    mxHosts = Set.copyOf(mxHosts);
  }

  /**
   * A policy as it was attributed when the report came.
   *
   * @param domain whom it names; empty for nobody
   */
  record Attributed(Attribution attribution, String domain) {}

  /**
   * Works out from what was decided which MX hosts were known; for names that nothing was decided
   * about, those known now have to do.
   */
  static Set<String> mxHostsThen(List<Attributed> decided, DomainName domain, Set<String> now) {
    if (decided.stream().anyMatch(policy -> policy.attribution() == Attribution.ASSUMED_MX_HOST)) {
      return Set.of();
    }
    Set<String> hosts = new HashSet<>(now);
    for (Attributed policy : decided) {
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
