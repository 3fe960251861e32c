package farol.domain.posture;

import static java.util.Objects.requireNonNull;

import farol.domain.hosting.HostedPolicies;
import farol.domain.lookup.MailExchanger;
import farol.domain.published.PresentedChain;
import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a domain: by one look, or by all looks so far.
 *
 * @param sightings outside text, in the forms that {@link Observed} says
 * @param certificates by their fingerprints; empty for those that nobody kept
 * @param hosting the policies that Farol serves for it, which is what should be seen
 */
public record Known(
    Map<Aspect, Sighting> sightings,
    Function<String, Optional<X509Certificate>> certificates,
    Hosting hosting) {
  public Known {
    sightings = Map.copyOf(sightings);
    requireNonNull(certificates, "certificates");
    requireNonNull(hosting, "hosting");
  }

  /** What is known of a domain that has its policy elsewhere, if it has one. */
  public Known(
      Map<Aspect, Sighting> sightings, Function<String, Optional<X509Certificate>> certificates) {
    this(sightings, certificates, new Hosting(HostedPolicies.NONE, Set.of()));
  }

  /**
   * Something that was seen.
   *
   * @param since when it was first seen
   * @param isChange whether it took the place of something else then
   */
  public record Sighting(String value, Instant since, boolean isChange) {}

  /**
   * What Farol serves for the domain.
   *
   * @param seen what was looked at since the present version is served
   */
  public record Hosting(HostedPolicies policies, Set<Aspect> seen) {
    public Hosting {
      requireNonNull(policies, "policies");
      seen = Set.copyOf(seen);
    }
  }

  /** What one look found. */
  public static Known by(Look look, Instant at) {
    return new Known(
        look.seen().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, seen -> new Sighting(seen.getValue(), at, false))),
        fingerprint -> Optional.ofNullable(look.certificates().get(fingerprint)));
  }

  Optional<Sighting> sighting(Aspect aspect) {
    return Optional.ofNullable(sightings.get(aspect));
  }

  /** As {@link Observed} says; empty where nobody knows, or nothing is there. Outside text. */
  public Optional<String> value(Aspect aspect) {
    return sighting(aspect).map(Sighting::value);
  }

  /** The records at a name; empty where nobody knows, a list of none where there are none. */
  public Optional<List<String>> records(Observed kind) {
    return value(Aspect.of(kind)).map(value -> value.lines().toList());
  }

  /** Most preferred first; empty where nobody knows. */
  public Optional<List<MailExchanger>> exchangers() {
    return records(Observed.MX).map(lines -> lines.stream().map(MailExchanger::parse).toList());
  }

  /** The first line, or an empty one. */
  public String code(Aspect aspect) {
    return value(aspect).flatMap(value -> value.lines().findFirst()).orElse("");
  }

  /** The second line, if there is one. */
  public @Nullable String detail(Aspect aspect) {
    return value(aspect)
        .flatMap(value -> value.lines().skip(1).findFirst())
        .filter(detail -> !detail.isEmpty())
        .orElse(null);
  }

  /** Certificates as a server sent them; empty where it never did, or one was not kept. */
  public Optional<PresentedChain> chain(Aspect aspect) {
    List<Optional<X509Certificate>> chain =
        value(aspect).stream().flatMap(String::lines).map(certificates).toList();
    return chain.isEmpty() || chain.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new PresentedChain(chain.stream().flatMap(Optional::stream).toList()));
  }

  /** When the first of the servers' own certificates expires; empty where none was seen. */
  Optional<Instant> firstExpiry() {
    return sightings.entrySet().stream()
        .filter(seen -> Observed.OF_CERTIFICATES.contains(seen.getKey().kind()))
        .flatMap(seen -> seen.getValue().value().lines().findFirst().stream())
        .flatMap(fingerprint -> certificates.apply(fingerprint).stream())
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Comparator.naturalOrder());
  }
}
