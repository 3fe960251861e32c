package farol.domain.hosting;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DomainName;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hosted policies in the database; joins the transaction of its caller. */
@Dependent
class PolicyStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  HostedPolicies of(long domainId) {
    return of(List.of(domainId)).getOrDefault(domainId, HostedPolicies.NONE);
  }

  /** Those of the domains that ever had one, by their keys. */
  Map<Long, HostedPolicies> of(Collection<Long> domainIds) {
    return byDomain(
        entities
            .createNamedQuery(HostedPolicy.OF_DOMAINS, HostedPolicy.class)
            .setParameter("domainIds", domainIds));
  }

  Map<Long, HostedPolicies> ofAccount(long accountId) {
    return byDomain(
        entities
            .createNamedQuery(HostedPolicy.OF_ACCOUNT, HostedPolicy.class)
            .setParameter("accountId", accountId));
  }

  private static Map<Long, HostedPolicies> byDomain(TypedQuery<HostedPolicy> policies) {
    return policies
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                HostedPolicy::domainId,
                Collectors.collectingAndThen(Collectors.toList(), HostedPolicies::new)));
  }

  /** The domain, held against changes by others until the transaction ends. */
  Optional<MonitoredDomain> lock(long domainId) {
    return Optional.ofNullable(
        entities.find(MonitoredDomain.class, domainId, LockModeType.PESSIMISTIC_WRITE));
  }

  List<DomainName> names(long accountId) {
    return entities
        .createNamedQuery(HostedPolicy.NAMES, String.class)
        .setParameter("accountId", accountId)
        .getResultStream()
        .map(DomainName::parse)
        .toList();
  }

  Optional<HostedPolicy> served(DomainName name) {
    return entities
        .createNamedQuery(HostedPolicy.SERVED, HostedPolicy.class)
        .setParameter("name", name.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Ends the current one, if there is one, before another begins. */
  void end(HostedPolicies policies, Instant now) {
    policies.current().ifPresent(current -> current.end(now));
    entities.flush();
  }

  void add(HostedPolicy policy) {
    entities.persist(policy);
  }
}
