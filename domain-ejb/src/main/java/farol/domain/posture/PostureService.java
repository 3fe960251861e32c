package farol.domain.posture;

import farol.domain.lookup.LookupOutcome;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remembers what domains publish, and when it changed. */
@Stateless
public class PostureService {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  @Inject Clock clock;

  /**
   * Takes in a look-up. A temporary failure says nothing about the domain, so it changes nothing.
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
    return entities
        .createNamedQuery(Observation.CURRENT, Observation.class)
        .setParameter("domainId", domainId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  private void remember(long domainId, Observed kind, String value, Instant now) {
    Optional<Observation> current = current(domainId, kind);
    if (current.isPresent() && current.get().value().equals(value)) {
      current.get().seenAgain(now);
      return;
    }
    current.ifPresent(
        observation -> {
          observation.supersede();
          entities.flush(); // before the next, for at most one may be current
        });
    entities.persist(new Observation(domainId, kind, value, now));
  }

  private static String lines(List<?> records) {
    return records.stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }
}
