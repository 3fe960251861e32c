package farol.domain.monitored;

import farol.domain.shared.DomainName;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Looks an ownership record up at once, for a person who waits. Holds no transaction while DNS is
 * asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnershipService {
  @Inject MonitoredDomainService domains;
  @Inject OwnershipLookup lookup;

  /**
   * The domain after a fresh look-up, which takes up to 20 seconds; empty where the account has no
   * such domain.
   */
  public Optional<MonitoredDomain> check(long accountId, DomainName name) {
    return domains
        .find(accountId, name)
        .flatMap(
            domain ->
                domain.isDemo() || check(domain)
                    ? domains.find(accountId, name)
                    : Optional.empty());
  }

  private boolean check(MonitoredDomain domain) {
    return domains.ownershipAsked(
        domain.id(), lookup.ask(domain.name()).toCompletableFuture().join());
  }
}
