package farol.domain.hosting;

import static java.util.Objects.requireNonNull;

import farol.domain.published.MtaStsPolicy.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All versions of a domain's policy, and so what senders may go by.
 *
 * @param versions newest first
 */
public record HostedPolicies(List<HostedPolicy> versions) {
  /** Of a domain that never had one here. */
  public static final HostedPolicies NONE = new HostedPolicies(List.of());

  private static final Duration TICK = Duration.ofMillis(1);

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

  /** Since when a policy of this mode is served without a break; empty where none is now. */
  public Optional<Instant> since(Mode mode) {
    Optional<Instant> since = Optional.empty();
    for (HostedPolicy version : versions) {
      if (version.policy().mode() != mode || !version.endedAt().equals(since)) {
        return since;
      }
      since = Optional.of(version.since());
    }
    return since;
  }

  /**
   * When a change that is made now takes effect: later than all before, whatever the clock says, so
   * that its id is another one.
   */
  Instant nextChange(Instant now) {
    return versions.stream()
        .flatMap(version -> Stream.concat(Stream.of(version.since()), version.endedAt().stream()))
        .map(change -> change.plus(TICK))
        .max(Comparator.naturalOrder())
        .filter(next -> next.isAfter(now))
        .orElse(now)
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
