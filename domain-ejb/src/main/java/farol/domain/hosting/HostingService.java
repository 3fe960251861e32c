package farol.domain.hosting;

import farol.domain.published.MtaStsPolicy;
import farol.domain.shared.DomainName;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Serves MTA-STS policies for domains. Whether a caller may change one is the caller's business.
 */
@Stateless
public class HostingService {
  /** A policy's id: when it was made, in UTC; milliseconds make it another one each time. */
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  @Inject PolicyStore policies;
  @Inject Clock clock;

  /** All versions of a domain's policy. */
  public HostedPolicies of(long domainId) {
    return policies.of(domainId);
  }

  /**
   * Serves a policy from now on, by a new id; where it is the same as before, the old one stays.
   *
   * @return what is served now
   */
  public HostedPolicy host(long domainId, MtaStsPolicy policy) {
    HostedPolicies before = policies.of(domainId);
    Optional<HostedPolicy> current = before.current();
    if (current.filter(same -> same.policy().equals(policy)).isPresent()) {
      return current.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    policies.end(before, now);
    HostedPolicy next = new HostedPolicy(domainId, ID.format(now), policy, now);
    policies.add(next);
    return next;
  }

  /** Serves none any more. */
  public void stop(long domainId) {
    policies.end(policies.of(domainId), clock.instant());
  }

  /**
   * The policy of a domain, whoever monitors it. Of several accounts, the one counts that is
   * verified now; one that is suspended only as long as there is no other: its owner published the
   * records that lead here, and to serve nothing would leave senders with a policy that they cannot
   * renew.
   */
  public Optional<HostedPolicy> served(DomainName name) {
    return policies.served(name);
  }
}
