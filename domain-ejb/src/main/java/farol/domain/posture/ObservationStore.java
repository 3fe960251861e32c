package farol.domain.posture;

import farol.domain.survey.Aspect;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Observations in the database; joins the transaction of its caller. */
@Dependent
class ObservationStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** Those that have not ended. */
  Map<Aspect, Observation> current(long domainId) {
    return entities
        .createNamedQuery(Observation.CURRENT, Observation.class)
        .setParameter("domainId", domainId)
        .getResultStream()
        .collect(Collectors.toMap(Observation::aspect, Function.identity()));
  }

  /** Those of the current ones that took the place of another. */
  Set<Aspect> replacing(long domainId) {
    return entities
        .createNamedQuery(Observation.REPLACING, Observation.class)
        .setParameter("domainId", domainId)
        .getResultStream()
        .map(Observation::aspect)
        .collect(Collectors.toSet());
  }

  void add(Observation observation) {
    entities.persist(observation);
  }

  /** Puts {@code next} in the place of {@code current}; only one of them may ever be current. */
  void replace(Observation current, Observation next) {
    current.end(next.firstSeen());
    entities.flush();
    entities.persist(next);
  }

  /** Changes, newest first. */
  ChangePage changes(long domainId, int page, int size) {
    long first = (long) page * size;
    List<Change> changes =
        Stream.of(Observation.BEGUN, Observation.GONE)
            .flatMap(
                query ->
                    entities
                        .createNamedQuery(query, Change.class)
                        .setParameter("domainId", domainId)
                        .setMaxResults(Math.toIntExact(first + size))
                        .getResultStream())
            .sorted()
            .skip(first)
            .limit(size)
            .toList();
    long total = count(Observation.COUNT_BEGUN, domainId) + count(Observation.COUNT_GONE, domainId);
    return new ChangePage(changes, total);
  }

  private long count(String query, long domainId) {
    return entities
        .createNamedQuery(query, Long.class)
        .setParameter("domainId", domainId)
        .getSingleResult();
  }
}
