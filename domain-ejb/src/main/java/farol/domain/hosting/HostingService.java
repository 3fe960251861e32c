package farol.domain.hosting;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.hosting.Decision.Outcome;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.published.MtaStsPolicy;
import farol.domain.shared.DomainName;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves MTA-STS policies for domains. Whose a domain is, is the caller's business. */
@Stateless
public class HostingService {
  /** A policy's id: when it was made, in UTC. */
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  @Inject PolicyStore policies;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /** All versions of a domain's policy. */
  public HostedPolicies of(long domainId) {
    return policies.of(domainId);
  }

  /** The same of those of some domains that ever had one, by the keys of the domains. */
  public Map<Long, HostedPolicies> of(Collection<Long> domainIds) {
    return policies.of(domainIds);
  }

  /** The same of all of an account's domains that ever had one, by the keys of the domains. */
  public Map<Long, HostedPolicies> ofAccount(long accountId) {
    return policies.ofAccount(accountId);
  }

  /** The domains of an account for which a policy is served, in the order of their names. */
  public List<DomainName> names(long accountId) {
    return policies.names(accountId);
  }

  /**
   * A change that is not made yet, to be judged.
   *
   * @param draft what would be served; null to serve nothing any more
   */
  public PolicyChange preview(MonitoredDomain domain, @Nullable MtaStsPolicy draft) {
    return new PolicyChange(policies.of(domain.id()), draft, domain.mailHosts());
  }

  /**
   * Serves a policy from now on, by a new id; the same as before stays, with its id. Changes of one
   * domain wait for one another, so each is judged by what it really replaces.
   *
   * @param draft what is to be served; null to serve nothing any more
   * @param confirmed whether it is meant although mail may be refused
   */
  public Decision change(long domainId, @Nullable MtaStsPolicy draft, boolean confirmed) {
    Optional<MonitoredDomain> domain = policies.lock(domainId).filter(HostingService::isProven);
    if (domain.isEmpty()) {
      return new Decision(Outcome.UNPROVEN, List.of());
    }
    Instant now = clock.instant();
    HostedPolicies before = policies.of(domainId);
    PolicyChange change = new PolicyChange(before, draft, domain.get().mailHosts());
    if (change.needsConfirmation(now) && !confirmed) {
      return new Decision(Outcome.UNCONFIRMED, change.findings(now));
    }
    replace(domain.get(), before, draft, before.nextChange(now));
    return new Decision(Outcome.MADE, change.findings(now));
  }

  /** One of the demonstration counts as verified, but nobody owns it. */
  private static boolean isProven(MonitoredDomain domain) {
    return domain.isVerified() && !domain.isDemo();
  }

  private void replace(
      MonitoredDomain domain, HostedPolicies before, @Nullable MtaStsPolicy draft, Instant at) {
    @Nullable MtaStsPolicy served = before.current().map(HostedPolicy::policy).orElse(null);
    if (Objects.equals(served, draft)) {
      return;
    }
    policies.end(before, at);
    if (draft != null) {
      policies.add(new HostedPolicy(domain.id(), ID.format(at), draft, at));
    }
    audit.record(
        domain.accountId(),
        new Change(
            AuditAction.POLICY_CHANGED, domain.name().toString(), text(served), text(draft)));
  }

  private static @Nullable String text(@Nullable MtaStsPolicy policy) {
    return policy == null ? null : policy.text();
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
