package farol.domain.posture;

import farol.domain.shared.DayRange;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Observations in the database; joins the transaction of its caller. */
@Dependent
class ObservationStore {
  /** After whatever a database with times of four-digit years may hold. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** Those that have not ended. */
  Map<Aspect, Observation> current(long domainId) {
    return current(List.of(domainId)).getOrDefault(domainId, Map.of());
  }

  /** Those of many domains that have not ended; none for a domain that has none. */
  Map<Long, Map<Aspect, Observation>> current(Collection<Long> domainIds) {
    return entities
        .createNamedQuery(Observation.CURRENT, Observation.class)
        .setParameter("domainIds", domainIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Observation::domainId, Collectors.toMap(Observation::aspect, Function.identity())));
  }

  /** Those of the current ones that took the place of another. */
  Set<Observation> replacing(Collection<Long> domainIds) {
    return entities
        .createNamedQuery(Observation.REPLACING, Observation.class)
        .setParameter("domainIds", domainIds)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** When the last of the current ones was seen; empty where there are none. */
  Optional<Instant> lastSeen(long domainId) {
    return Optional.ofNullable(
        entities
            .createNamedQuery(Observation.LAST_SEEN, Instant.class)
            .setParameter("domainId", domainId)
            .getSingleResult());
  }

  /** Those of all domains of an account that have not ended. */
  List<Observation> currentOfAccount(long accountId) {
    return entities
        .createNamedQuery(Observation.CURRENT_OF_ACCOUNT, Observation.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  /** Those of them that took the place of another. */
  Set<Observation> replacingOfAccount(long accountId) {
    return entities
        .createNamedQuery(Observation.REPLACING_OF_ACCOUNT, Observation.class)
        .setParameter("accountId", accountId)
        .getResultStream()
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
  ChangePage changes(long domainId, Set<Observed> kinds, int page, int size) {
    long first = (long) page * size;
    List<Change> changes =
        changesAfter(domainId, kinds, null, Math.toIntExact(first + size)).stream()
            .skip(first)
            .toList();
    long total =
        count(Observation.COUNT_BEGUN, domainId, kinds)
            + count(Observation.COUNT_GONE, domainId, kinds);
    return new ChangePage(changes, total);
  }

  /**
   * What ended in these days, the last first; at most {@code most}.
   *
   * @param domain of which of the account's verified domains; empty for all
   */
  List<DomainChange> ended(
      long accountId, String domain, Set<Observed> kinds, DayRange range, int most) {
    return entities
        .createNamedQuery(Observation.ENDED_OF_ACCOUNT, DomainChange.class)
        .setParameter("accountId", accountId)
        .setParameter("domain", domain)
        .setParameter("kinds", kinds)
        .setParameter("from", range.first().atStartOfDay().toInstant(ZoneOffset.UTC))
        .setParameter("until", range.last().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
        .setMaxResults(most)
        .getResultList();
  }

  /** Those after one of them, newest first; after none, which is null, all. */
  List<Change> changesAfter(long domainId, Set<Observed> kinds, @Nullable Change last, int most) {
    return Stream.of(Observation.BEGUN, Observation.GONE)
        .flatMap(
            query ->
                entities
                    .createNamedQuery(query, Change.class)
                    .setParameter("domainId", domainId)
                    .setParameter("kinds", kinds)
                    .setParameter("at", last == null ? END_OF_TIME : last.at())
                    .setParameter("after", last == null ? 0 : last.id())
                    .setMaxResults(most)
                    .getResultStream())
        .sorted()
        .limit(most)
        .toList();
  }

  private long count(String query, long domainId, Set<Observed> kinds) {
    return entities
        .createNamedQuery(query, Long.class)
        .setParameter("domainId", domainId)
        .setParameter("kinds", kinds)
        .getSingleResult();
  }
}
