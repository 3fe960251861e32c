package farol.domain.hosting;

import static java.util.Objects.requireNonNull;

import farol.domain.published.MtaStsPolicy.Mode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a domain's policy, and so what senders may go by.
 *
 * @param versions newest first
 */
public record HostedPolicies(List<HostedPolicy> versions) {
  public HostedPolicies {
    versions = List.copyOf(requireNonNull(versions, "versions"));
  }

  /** What is served now; empty where nothing is. */
  public Optional<HostedPolicy> current() {
    return versions.stream().filter(version -> version.endedAt().isEmpty()).findFirst();
  }

  /** Until when some sender may still go by an older version; empty where none can any more. */
  public Optional<Instant> olderHeldUntil(Instant now) {
    return versions.stream()
        .flatMap(version -> version.heldUntil().stream())
        .filter(end -> end.isAfter(now))
        .max(Comparator.naturalOrder());
  }

  /** Since when the present mode has been this one without a break; empty where it is another. */
  Optional<Instant> since(Mode mode) {
    return versions.stream()
        .takeWhile(version -> version.policy().mode() == mode)
        .map(HostedPolicy::since)
        .min(Comparator.naturalOrder());
  }
}
