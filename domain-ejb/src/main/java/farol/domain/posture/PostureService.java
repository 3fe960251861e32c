package farol.domain.posture;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingService;
import farol.domain.monitored.CollectorToken;
import farol.domain.posture.Known.Sighting;
import farol.domain.published.CertificateFacts;
import farol.domain.shared.DayRange;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers what domains publish, and when it changed. */
@Stateless
public class PostureService {
  private static final int MOST_CHANGES = 2_000;

  @Inject ObservationStore observations;
  @Inject CertificateStore certificates;
  @Inject HostingService hosting;
  @Inject Clock clock;

  /**
   * Takes in a look at each of some domains, by their keys. Collectors' tokens in it are masked; a
   * rotation still shows as a change. What was not answered says nothing about the domain, so it
   * changes nothing.
   */
  public void looked(Map<Long, Look> looks) {
    looked(looks, clock.instant());
  }

  /**
   * Takes in looks of an earlier time: of those that only the demonstration claims to have had.
   *
   * @param now not before the looks that were taken in before
   */
  public void looked(Map<Long, Look> looks, Instant now) {
    Map<Long, Map<Aspect, Observation>> current = observations.current(looks.keySet());
    // In a settled order, so that two who take in the same never wait for each other.
    new TreeMap<>(looks)
        .forEach(
            (domainId, look) ->
                looked(domainId, look, current.getOrDefault(domainId, Map.of()), now));
  }

  private void looked(long domainId, Look look, Map<Aspect, Observation> current, Instant now) {
    current.values().stream()
        .filter(observation -> !look.seen().containsKey(observation.aspect()))
        .filter(observation -> !look.leavesOpen(observation.aspect()))
        .forEach(observation -> observation.end(now));
    // In a settled order, so that the history is.
    new TreeMap<>(look.seen())
        .forEach(
            (aspect, value) -> {
              Observation seen =
                  new Observation(domainId, aspect, CollectorToken.masked(value), now);
              Observation before = current.get(aspect);
              if (before == null) {
                observations.add(seen);
              } else if (before.value().equals(seen.value())) {
                before.seenAgain(now);
              } else {
                observations.replace(before, seen);
              }
            });
    certificates.keep(look.certificates());
  }

  /** What was seen last, by all looks so far. */
  public Known known(long domainId) {
    Collection<Observation> current = observations.current(domainId).values();
    return known(
        current,
        observations.replacing(List.of(domainId)),
        certificates(current),
        hosting.of(domainId));
  }

  /**
   * The same of some domains, by their keys, in as many queries as for one. Domains that were never
   * looked at are left out.
   */
  public Map<Long, Known> known(Collection<Long> domainIds) {
    return byDomain(
        observations.current(domainIds).values().stream()
            .flatMap(seen -> seen.values().stream())
            .toList(),
        observations.replacing(domainIds),
        hosting.of(domainIds));
  }

  /** Likewise, of all of an account's domains. */
  public Map<Long, Known> knownOfAccount(long accountId) {
    return byDomain(
        observations.currentOfAccount(accountId),
        observations.replacingOfAccount(accountId),
        hosting.ofAccount(accountId));
  }

  private Map<Long, Known> byDomain(
      List<Observation> current, Set<Observation> replacing, Map<Long, HostedPolicies> hosted) {
    KeptCertificates kept = certificates(current);
    return current.stream()
        .collect(
            Collectors.groupingBy(
                Observation::domainId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    seen ->
                        known(
                            seen,
                            replacing,
                            kept,
                            hosted.getOrDefault(seen.get(0).domainId(), HostedPolicies.NONE)))));
  }

  private static Known known(
      Collection<Observation> current,
      Set<Observation> replacing,
      KeptCertificates kept,
      HostedPolicies hosted) {
    return new Known(
        current.stream()
            .collect(
                Collectors.toMap(
                    Observation::aspect,
                    seen ->
                        new Sighting(seen.value(), seen.firstSeen(), replacing.contains(seen)))),
        kept,
        hosting(hosted, current));
  }

  private static Known.Hosting hosting(HostedPolicies hosted, Collection<Observation> current) {
    Optional<Instant> since = hosted.current().map(HostedPolicy::since);
    return new Known.Hosting(
        hosted,
        current.stream()
            .filter(seen -> since.filter(seen.lastSeen()::isAfter).isPresent())
            .map(Observation::aspect)
            .collect(Collectors.toSet()));
  }

  private KeptCertificates certificates(Collection<Observation> observed) {
    return certificates.find(
        observed.stream()
            .filter(seen -> Observed.OF_CERTIFICATES.contains(seen.aspect().kind()))
            .flatMap(seen -> seen.value().lines())
            .collect(Collectors.toSet()));
  }

  /** When it was last looked at, whatever was found; empty before the first look. */
  public Optional<Instant> lastLook(long domainId) {
    return observations.lastSeen(domainId);
  }

  /**
   * What changed, newest first. To skip pages costs as much as to read them.
   *
   * @param page from 0, to 100,000
   * @param size 1 to 500
   */
  public ChangePage changes(long domainId, int page, int size) {
    return changes(domainId, EnumSet.allOf(Observed.class), page, size);
  }

  /** The same, of changes of some kinds only. */
  public ChangePage changes(long domainId, Set<Observed> kinds, int page, int size) {
    return observations.changes(domainId, kinds, page, size);
  }

  /**
   * What DNS, policies and certificates of an account's verified domains changed in some days, the
   * last first; at most 2,000. Whether servers answer is no change of that kind, nor is what was
   * seen for the first time.
   */
  public List<DomainChange> changesOfAccount(long accountId, DayRange range) {
    return observations.ended(accountId, "", Observed.PUBLISHED, range, MOST_CHANGES);
  }

  /** The same of one of its domains. */
  public List<DomainChange> changesOfDomain(long accountId, DomainName domain, DayRange range) {
    return observations.ended(accountId, domain.value(), Observed.PUBLISHED, range, MOST_CHANGES);
  }

  /**
   * A piece of the same list, for whoever reads all of it: the changes after one of them, also
   * while others come in.
   *
   * @param last null: from the first on
   */
  public List<Change> changesAfter(
      long domainId, Set<Observed> kinds, @Nullable Change last, int most) {
    return observations.changesAfter(domainId, kinds, last, most);
  }

  /**
   * What those certificates say that some change names by their fingerprints.
   *
   * @param known of the same domain; what it has need not be read again
   */
  public Map<String, CertificateFacts> certificates(ChangePage changes, Known known) {
    Set<String> named =
        changes.items().stream()
            .filter(change -> Observed.OF_CERTIFICATES.contains(change.kind()))
            .flatMap(change -> Stream.of(change.before(), change.after()))
            .flatMap(Optional::stream)
            .flatMap(String::lines)
            .collect(Collectors.toSet());
    KeptCertificates others =
        certificates.find(
            named.stream()
                .filter(fingerprint -> known.certificates().apply(fingerprint).isEmpty())
                .collect(Collectors.toSet()));
    Map<String, CertificateFacts> facts = new HashMap<>();
    for (String fingerprint : named) {
      known
          .certificates()
          .apply(fingerprint)
          .or(() -> others.apply(fingerprint))
          .ifPresent(certificate -> facts.put(fingerprint, CertificateFacts.of(certificate)));
    }
    return facts;
  }
}
