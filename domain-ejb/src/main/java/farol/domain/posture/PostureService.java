package farol.domain.posture;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingService;
import farol.domain.monitored.CollectorToken;
import farol.domain.posture.Known.Sighting;
import farol.domain.published.PresentedChain;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remembers what domains publish, and when it changed. */
@Stateless
public class PostureService {
  private static final Set<Observed> OF_CERTIFICATES =
      EnumSet.of(Observed.MAIL_CERTIFICATE, Observed.POLICY_CERTIFICATE);

  @Inject ObservationStore observations;
  @Inject CertificateStore certificates;
  @Inject HostingService hosting;
  @Inject Clock clock;

  /**
   * Takes in a look. Collectors' tokens in it are masked; a rotation still shows as a change. What
   * was not answered says nothing about the domain, so it changes nothing.
   */
  public void looked(long domainId, Look look) {
    Instant now = clock.instant();
    Map<Aspect, Observation> current = observations.current(domainId);
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
    Set<Aspect> replacing = observations.replacing(domainId);
    Map<Aspect, Sighting> sightings = new HashMap<>();
    Map<String, X509Certificate> kept = new HashMap<>();
    Map<Aspect, Observation> current = observations.current(domainId);
    current.forEach(
        (aspect, seen) -> {
          sightings.put(
              aspect, new Sighting(seen.value(), seen.firstSeen(), replacing.contains(aspect)));
          if (OF_CERTIFICATES.contains(aspect.kind())) {
            seen.value().lines().forEach(fingerprint -> load(fingerprint, kept));
          }
        });
    return new Known(
        sightings,
        fingerprint -> Optional.ofNullable(kept.get(fingerprint)),
        hosting(domainId, current));
  }

  private Known.Hosting hosting(long domainId, Map<Aspect, Observation> current) {
    HostedPolicies policies = hosting.of(domainId);
    Optional<Instant> since = policies.current().map(HostedPolicy::since);
    return new Known.Hosting(
        policies,
        current.values().stream()
            .filter(seen -> since.filter(seen.lastSeen()::isAfter).isPresent())
            .map(Observation::aspect)
            .collect(Collectors.toSet()));
  }

  private void load(String fingerprint, Map<String, X509Certificate> kept) {
    certificates
        .find(fingerprint)
        .flatMap(der -> PresentedChain.read(List.of(der)).record())
        .ifPresent(chain -> kept.put(fingerprint, chain.leaf()));
  }

  /** When it was last looked at, whatever was found; empty before the first look. */
  public Optional<Instant> lastLook(long domainId) {
    return observations.current(domainId).values().stream()
        .map(Observation::lastSeen)
        .max(Comparator.naturalOrder());
  }

  /**
   * What changed, newest first. To skip pages costs as much as to read them.
   *
   * @param page from 0, to 100,000
   * @param size 1 to 500
   */
  public ChangePage changes(long domainId, int page, int size) {
    return observations.changes(domainId, page, size);
  }
}
