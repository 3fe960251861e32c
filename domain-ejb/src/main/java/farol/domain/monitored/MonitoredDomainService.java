package farol.domain.monitored;

import farol.domain.account.Account;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.lookup.MailExchanger;
import farol.domain.monitored.DomainRefusedException.Reason;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domains of an account. Every method but those for jobs and for the demonstration asks for the
 * account, so none reaches another's.
 */
@Stateless
public class MonitoredDomainService {
  @Inject MonitoredDomainStore domains;
  @Inject CollectorDirectory collectors;
  @Inject AuditLog audit;
  @Inject TokenSeal seal;
  @Inject Settings settings;
  @Inject Clock clock;

  private final RegistrableNames registrable = new RegistrableNames();

  /** The account's domains in the order of their names. */
  public List<MonitoredDomain> list(long accountId) {
    return domains.ofAccount(accountId).stream().map(MonitoredDomainService::complete).toList();
  }

  /**
   * Some of the account's domains.
   *
   * @param page from 0; beyond the last it is the last
   */
  public DomainPage search(long accountId, DomainSearch search, int page, int size) {
    List<Long> found =
        domains.entries(accountId).stream()
            .filter(search::matches)
            .sorted(search.comparator())
            .map(DomainEntry::id)
            .toList();
    int shownPage = Math.min(page, Math.max(0, found.size() - 1) / size);
    List<Long> shown = found.stream().skip((long) shownPage * size).limit(size).toList();
    List<MonitoredDomain> items =
        domains.ofKeys(shown).stream()
            .map(MonitoredDomainService::complete)
            .sorted(Comparator.comparingInt(domain -> shown.indexOf(domain.id())))
            .toList();
    return new DomainPage(items, shownPage, found.size());
  }

  /** So many of the account's domains: those with these names, then others, by their names. */
  public List<MonitoredDomain> some(long accountId, Collection<DomainName> first, int most) {
    return domains.some(accountId, first, most).stream()
        .map(MonitoredDomainService::complete)
        .toList();
  }

  public DomainCounts counts(long accountId) {
    return domains.counts(accountId);
  }

  /** Whether some of the account's domains are of the demonstration. */
  public boolean hasDemonstration(long accountId) {
    return domains.hasDemonstration(accountId);
  }

  public Optional<MonitoredDomain> find(long accountId, DomainName name) {
    return domains.find(accountId, name).map(MonitoredDomainService::complete);
  }

  /**
   * Claims a domain.
   *
   * @param text the name as a person writes it
   * @throws DomainRefusedException if it is no name that can be owned, is there already, or is one
   *     too many
   */
  public MonitoredDomain add(long accountId, String text) {
    DomainName name = registrableName(text);
    Account account = domains.lockAccount(accountId);
    if (domains.find(accountId, name).isPresent()) {
      throw new DomainRefusedException(
          Reason.ALREADY_MONITORED, "this account already monitors " + name);
    }
    MonitoredDomain domain =
        MonitoredDomain.claim(account, freeSlot(accountId), name, seal, clock.instant());
    domains.add(domain);
    audit.record(accountId, Change.of(AuditAction.DOMAIN_ADDED, name.toString()));
    return domain;
  }

  /** Adds a domain of the demonstration; the same rules as for others hold. */
  public MonitoredDomain addDemonstration(long accountId, DomainName name) {
    Account account = domains.lockAccount(accountId);
    MonitoredDomain domain =
        MonitoredDomain.demonstration(account, freeSlot(accountId), name, seal, clock.instant());
    domains.add(domain);
    return domain;
  }

  /** The domains of the demonstration, of all accounts, in the order in which they were added. */
  public List<MonitoredDomain> demonstration() {
    return domains.demonstration().stream().map(MonitoredDomainService::complete).toList();
  }

  /** Whether any account has a domain that is not of the demonstration. */
  public boolean hasRealDomains() {
    return domains.countReal() > 0;
  }

  /** Gives the domain a new collector; empty where the account has no such domain. */
  public Optional<MonitoredDomain> rotateCollector(long accountId, DomainName name) {
    Optional<MonitoredDomain> domain = find(accountId, name);
    domain.ifPresent(
        found -> {
          found.rotateCollector(seal, clock.instant());
          collectors.forget(found.id());
          audit.record(accountId, Change.of(AuditAction.COLLECTOR_ROTATED, name.toString()));
        });
    return domain;
  }

  /**
   * Deletes the domain and all that was reported to it; false where the account has no such domain.
   */
  public boolean delete(long accountId, DomainName name) {
    Optional<MonitoredDomain> domain = domains.find(accountId, name);
    domain.ifPresent(found -> remove(found, AuditAction.DOMAIN_DELETED));
    return domain.isPresent();
  }

  /** For the recheck job: domains that are due, in the order of their keys, after the one given. */
  public List<DueDomain> due(long after, int most) {
    return domains.due(clock.instant(), after, most);
  }

  /**
   * Holds these domains against changes by others until the transaction ends. Whoever has changes
   * for many holds them first: then the database is asked for all of them at once.
   */
  public void hold(Collection<Long> domainIds) {
    domains.lock(domainIds);
  }

  /**
   * Takes in what DNS answered for the ownership record; a claim that was never proven in its time
   * is removed.
   *
   * @return whether there is such a domain, still
   */
  public boolean ownershipChecked(long domainId, OwnershipAnswer answer) {
    Instant now = clock.instant();
    Optional<MonitoredDomain> domain = domains.lock(domainId);
    domain.ifPresent(found -> take(answer, found, now));
    domain
        .filter(found -> found.isExpired(now))
        .ifPresent(found -> remove(found, AuditAction.DOMAIN_EXPIRED));
    return domain.filter(found -> !found.isExpired(now)).isPresent();
  }

  /**
   * The same of a record that was looked up for a person who waits: that takes the place of no look
   * that is due, since it looks at nothing else.
   */
  public boolean ownershipAsked(long domainId, OwnershipAnswer answer) {
    Optional<MonitoredDomain> domain = domains.lock(domainId);
    Optional<Instant> due = domain.map(MonitoredDomain::nextCheckAt);
    boolean isThere = ownershipChecked(domainId, answer);
    if (isThere) {
      domain.ifPresent(found -> due.ifPresent(found::lookAt));
    }
    return isThere;
  }

  private void take(OwnershipAnswer answer, MonitoredDomain domain, Instant now) {
    DomainState before = domain.state();
    domain.ownershipChecked(answer, now);
    if (domain.state() != before) {
      audit.record(
          domain.accountId(),
          new Change(
              AuditAction.DOMAIN_STATE_CHANGED,
              domain.name().toString(),
              before.text(),
              domain.state().text()));
    }
  }

  /** Remembers the domain's MX hosts. */
  public void mxSeen(long domainId, List<MailExchanger> exchangers) {
    domains
        .lock(domainId)
        .filter(domain -> domain.mxHostsSeen(hosts(exchangers)))
        .ifPresent(domain -> collectors.forget(domainId));
  }

  /** Has the domain looked at by the next run of the recheck job; empty where there is none. */
  public Optional<MonitoredDomain> lookNow(long accountId, DomainName name) {
    Optional<MonitoredDomain> domain =
        find(accountId, name).flatMap(found -> domains.lock(found.id()));
    domain.ifPresent(found -> found.lookAt(clock.instant()));
    return domain;
  }

  /** Has the domain looked at again soon, because a look missed something. */
  public void lookedInPart(long domainId) {
    domains.lock(domainId).ifPresent(domain -> domain.lookAgainSoon(clock.instant()));
  }

  private static Set<String> hosts(List<MailExchanger> records) {
    return records.stream()
        .filter(record -> !record.isNull())
        .map(MailExchanger::target)
        .collect(Collectors.toSet());
  }

  private DomainName registrableName(String text) {
    try {
      DomainName name = DomainName.parse(text.strip());
      registrable
          .objectionTo(name)
          .ifPresent(
              objection -> {
                throw new DomainRefusedException(Reason.NOT_REGISTRABLE, objection);
              });
      return name;
    } catch (InvalidDomainNameException e) {
      throw new DomainRefusedException(Reason.NOT_REGISTRABLE, String.valueOf(e.getMessage()));
    }
  }

  private int freeSlot(long accountId) {
    int limit = settings.count(Setting.DOMAIN_LIMIT);
    return domains
        .freeSlot(accountId, limit)
        .orElseThrow(
            () ->
                new DomainRefusedException(
                    Reason.DOMAIN_LIMIT,
                    "an account may monitor " + limit + " domains, and this one does"));
  }

  private void remove(MonitoredDomain domain, AuditAction why) {
    audit.record(domain.accountId(), Change.of(why, domain.name().toString()));
    collectors.forget(domain.id());
    domains.remove(domain);
  }

  /** Loads what callers show after the transaction has ended. */
  private static MonitoredDomain complete(MonitoredDomain domain) {
    domain.collector();
    domain.account().founder();
    return domain;
  }
}
