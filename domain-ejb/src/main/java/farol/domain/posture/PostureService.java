package farol.domain.posture;

import farol.domain.lookup.LookupOutcome;
import farol.domain.monitored.CollectorToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remembers what domains publish, and when it changed. */
@Stateless
public class PostureService {
  @Inject ObservationStore observations;
  @Inject Clock clock;

  /**
   * Takes in a look-up. Collectors' tokens in it are masked; a rotation still shows as a change. A
   * temporary failure says nothing about the domain, so it changes nothing.
   */
  public <T> void observed(long domainId, Observed kind, LookupOutcome<T> answer) {
    answer
        .<Optional<String>>fold(
            records -> Optional.of(lines(records)),
            absent -> Optional.of(""),
            failure -> Optional.empty())
        .ifPresent(value -> remember(domainId, kind, value, clock.instant()));
  }

  /** What was seen last; empty before the first look. */
  public Optional<Observation> current(long domainId, Observed kind) {
    return observations.current(domainId, kind);
  }

  private void remember(long domainId, Observed kind, String value, Instant now) {
    Observation seen = new Observation(domainId, kind, value, now);
    observations
        .current(domainId, kind)
        .ifPresentOrElse(
            current -> {
              if (current.value().equals(value)) {
                current.seenAgain(now);
              } else {
                observations.replace(current, seen);
              }
            },
            () -> observations.add(seen));
  }

  private static String lines(List<?> records) {
    return CollectorToken.masked(
        records.stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }
}
