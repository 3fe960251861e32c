package farol.domain.posture;

import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a domain published, from one look to another: while an answer stays the same its observation
 * is extended, and a change ends it and begins the next. So the history of a domain has one row a
 * change, not one a look.
 */
@Entity
@Table(name = "observation")
@NamedQuery(
    name = Observation.CURRENT,
    query = "select o from Observation o where o.domainId in :domainIds and o.endedAt is null")
@NamedQuery(
    name = Observation.REPLACING,
    query =
        "select n from Observation n where n.domainId in :domainIds and n.endedAt is null"
            + " and exists (select 1 from Observation o where o.domainId = n.domainId"
            + " and o.kind = n.kind and o.subject = n.subject and o.endedAt = n.firstSeen)")
@NamedQuery(
    name = Observation.LAST_SEEN,
    query =
        "select max(o.lastSeen) from Observation o where o.domainId = :domainId and o.endedAt is null")
@NamedQuery(
    name = Observation.CURRENT_OF_ACCOUNT,
    query =
        "select o from Observation o where o.endedAt is null and o.domainId in"
            + " (select d.id from MonitoredDomain d where d.account.id = :accountId)")
@NamedQuery(
    name = Observation.REPLACING_OF_ACCOUNT,
    query =
        "select n from Observation n where n.endedAt is null and n.domainId in"
            + " (select d.id from MonitoredDomain d where d.account.id = :accountId)"
            + " and exists (select 1 from Observation o where o.domainId = n.domainId"
            + " and o.kind = n.kind and o.subject = n.subject and o.endedAt = n.firstSeen)")
@NamedQuery(
    name = Observation.BEGUN,
    query =
        "select new farol.domain.posture.Change(n.id, n.firstSeen, n.kind, n.subject, o.value, n.value)"
            + " from Observation n left join Observation o on o.domainId = n.domainId"
            + " and o.kind = n.kind and o.subject = n.subject and o.endedAt = n.firstSeen"
            + " where n.domainId = :domainId and n.kind in :kinds and n.firstSeen <= :at"
            + " and (n.firstSeen < :at or n.id > :after) order by n.firstSeen desc, n.id")
@NamedQuery(
    name = Observation.GONE,
    query =
        "select new farol.domain.posture.Change(o.id, o.endedAt, o.kind, o.subject, o.value, null)"
            + " from Observation o where o.domainId = :domainId and o.kind in :kinds"
            + " and o.endedAt <= :at and (o.endedAt < :at or o.id > :after)"
            + " and not exists (select 1 from Observation n where n.domainId = o.domainId"
            + " and n.kind = o.kind and n.subject = o.subject and n.firstSeen = o.endedAt)"
            + " order by o.endedAt desc, o.id")
@NamedQuery(
    name = Observation.ENDED_OF_ACCOUNT,
    query =
        "select new farol.domain.posture.DomainChange(d.name, o.endedAt, o.kind, o.subject)"
            + " from Observation o join MonitoredDomain d on d.id = o.domainId"
            + " where d.account.id = :accountId and :domain in ('', d.name)"
            + " and d.state = farol.domain.monitored.DomainState.VERIFIED and o.kind in :kinds"
            + " and o.endedAt >= :from and o.endedAt < :until"
            + " order by o.endedAt desc, d.name, o.id")
@NamedQuery(
    name = Observation.COUNT_BEGUN,
    query = "select count(o) from Observation o where o.domainId = :domainId and o.kind in :kinds")
@NamedQuery(
    name = Observation.COUNT_GONE,
    query =
        "select count(o) from Observation o where o.domainId = :domainId and o.kind in :kinds"
            + " and o.endedAt is not null"
            + " and not exists (select 1 from Observation n where n.domainId = o.domainId"
            + " and n.kind = o.kind and n.subject = o.subject and n.firstSeen = o.endedAt)")
public class Observation {
  static final String CURRENT = "Observation.current";
  static final String REPLACING = "Observation.replacing";
  static final String LAST_SEEN = "Observation.lastSeen";
  static final String CURRENT_OF_ACCOUNT = "Observation.currentOfAccount";
  static final String REPLACING_OF_ACCOUNT = "Observation.replacingOfAccount";
  static final String BEGUN = "Observation.begun";
  static final String GONE = "Observation.gone";
  static final String ENDED_OF_ACCOUNT = "Observation.endedOfAccount";
  static final String COUNT_BEGUN = "Observation.countBegun";
  static final String COUNT_GONE = "Observation.countGone";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(name = "domain_id", nullable = false, updatable = false)
  private long domainId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Observed kind;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(nullable = false, updatable = false)
  private String value;

  @Column(name = "first_seen", nullable = false, updatable = false)
  private Instant firstSeen;

  @Column(name = "last_seen", nullable = false)
  private Instant lastSeen;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt; // null while current

  @SuppressWarnings("NullAway.Init")
  protected Observation() {} // for JPA

  Observation(long domainId, Aspect aspect, String value, Instant seen) {
    this.domainId = domainId;
    this.kind = aspect.kind();
    this.subject = aspect.subject();
    this.value = value;
    this.firstSeen = seen;
    this.lastSeen = seen;
  }

  long domainId() {
    return domainId;
  }

  /** What it is of. */
  public Aspect aspect() {
    return new Aspect(kind, subject);
  }

  /**
   * As {@link Observed} says; empty where DNS said that there are no records. Collectors' tokens
   * are masked. Outside text.
   */
  public String value() {
    return value;
  }

  public Instant firstSeen() {
    return firstSeen;
  }

  public Instant lastSeen() {
    return lastSeen;
  }

  /** When a look found something else, or nothing, in its place; empty while it is current. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  void seenAgain(Instant at) {
    lastSeen = at;
  }

  void end(Instant at) {
    endedAt = at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Observation observation
        && domainId == observation.domainId
        && aspect().equals(observation.aspect())
        && firstSeen.equals(observation.firstSeen);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainId, kind, subject, firstSeen);
  }
}
