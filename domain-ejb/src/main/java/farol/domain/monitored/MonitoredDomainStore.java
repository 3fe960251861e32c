package farol.domain.monitored;

import farol.domain.account.Account;
import farol.domain.shared.DomainName;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Monitored domains in the database; joins the transaction of its caller. */
@Dependent
class MonitoredDomainStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  List<MonitoredDomain> ofAccount(long accountId) {
    return entities
        .createNamedQuery(MonitoredDomain.OF_ACCOUNT, MonitoredDomain.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  /** Some of them: those first that have one of these names; within both in their order. */
  List<MonitoredDomain> some(long accountId, Collection<DomainName> first, int most) {
    return ofKeys(
        entities
            .createNamedQuery(MonitoredDomain.KEYS_OF_ACCOUNT, Long.class)
            .setParameter("accountId", accountId)
            .setParameter("first", first.stream().map(DomainName::value).toList())
            .setMaxResults(most)
            .getResultList());
  }

  /** What each of them is found by, in no order. */
  List<DomainEntry> entries(long accountId) {
    return entities
        .createNamedQuery(MonitoredDomain.ENTRIES_OF_ACCOUNT, DomainEntry.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  /** Those with these keys, in the order of their names. */
  List<MonitoredDomain> ofKeys(Collection<Long> keys) {
    return entities
        .createNamedQuery(MonitoredDomain.OF_KEYS, MonitoredDomain.class)
        .setParameter("ids", keys)
        .getResultList();
  }

  DomainCounts counts(long accountId) {
    return entities
        .createNamedQuery(MonitoredDomain.COUNTS_OF_ACCOUNT, DomainCounts.class)
        .setParameter("accountId", accountId)
        .getSingleResult();
  }

  boolean hasDemonstration(long accountId) {
    return entities
        .createNamedQuery(MonitoredDomain.DEMONSTRATION_OF_ACCOUNT, Long.class)
        .setParameter("accountId", accountId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  Optional<MonitoredDomain> find(long accountId, DomainName name) {
    return entities
        .createNamedQuery(MonitoredDomain.BY_NAME, MonitoredDomain.class)
        .setParameter("accountId", accountId)
        .setParameter("name", name.value())
        .getResultStream()
        .findFirst();
  }

  /** The domain, held against changes by others until the transaction ends. */
  Optional<MonitoredDomain> lock(long domainId) {
    return Optional.ofNullable(
        entities.find(MonitoredDomain.class, domainId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The same for many, in one query. */
  void lock(Collection<Long> domainIds) {
    var unused =
        entities
            .createNamedQuery(MonitoredDomain.BY_IDS, MonitoredDomain.class)
            .setParameter("ids", domainIds)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** Domains to be looked up, in order of their key, after the one given. */
  List<DueDomain> due(Instant now, long after, int most) {
    return entities
        .createNamedQuery(MonitoredDomain.DUE, DueDomain.class)
        .setParameter("now", now)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** The domains of the demonstration, of all accounts. */
  List<MonitoredDomain> demonstration() {
    return entities
        .createNamedQuery(MonitoredDomain.DEMONSTRATION, MonitoredDomain.class)
        .getResultList();
  }

  /** How many domains of all accounts are not of the demonstration. */
  long countReal() {
    return entities.createNamedQuery(MonitoredDomain.COUNT_REAL, Long.class).getSingleResult();
  }

  /** The account, held against changes by others until the transaction ends. */
  Account lockAccount(long accountId) {
    return entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The lowest slot from 1 to {@code limit} that no domain of the account has. */
  OptionalInt freeSlot(long accountId, int limit) {
    Set<Integer> taken =
        new HashSet<>(
            entities
                .createQuery(
                    "select d.slot from MonitoredDomain d where d.account.id = :accountId",
                    Integer.class)
                .setParameter("accountId", accountId)
                .getResultList());
    return IntStream.rangeClosed(1, limit).filter(slot -> !taken.contains(slot)).findFirst();
  }

  void add(MonitoredDomain domain) {
    entities.persist(domain);
  }

  /**
   * Deletes the domain and all that was reported to it. Its row is held first, so that no report
   * can come in meanwhile.
   */
  void remove(MonitoredDomain domain) {
    entities.lock(domain, LockModeType.PESSIMISTIC_WRITE);
    for (String details :
        List.of(
            "delete from failure_detail where domain_id = :domain",
            "delete from report_policy where report_id in (select id from report where domain_id = :domain)",
            "delete from report_raw where report_id in (select id from report where domain_id = :domain)")) {
      entities.createNativeQuery(details).setParameter("domain", domain.id()).executeUpdate();
    }
    entities.remove(domain);
  }
}
