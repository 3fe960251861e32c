package farol.domain.posture;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Observations in the database; joins the transaction of its caller. */
@Dependent
class ObservationStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** The observation that has no successor yet. */
  Optional<Observation> current(long domainId, Observed kind) {
    return entities
        .createNamedQuery(Observation.CURRENT, Observation.class)
        .setParameter("domainId", domainId)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  void add(Observation observation) {
    entities.persist(observation);
  }

  /** Puts {@code next} in the place of {@code current}; only one of them may ever be current. */
  void replace(Observation current, Observation next) {
    current.supersede();
    entities.flush();
    entities.persist(next);
  }
}
