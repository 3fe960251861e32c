package farol.domain.posture;

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
    query =
        "select o from Observation o where o.domainId = :domainId and o.kind = :kind and o.superseded = false")
public class Observation {
  static final String CURRENT = "Observation.current";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(name = "domain_id", nullable = false, updatable = false)
  private long domainId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Observed kind;

  @Column(nullable = false, updatable = false)
  private String value;

  @Column(name = "first_seen", nullable = false, updatable = false)
  private Instant firstSeen;

  @Column(name = "last_seen", nullable = false)
  private Instant lastSeen;

  @Column(nullable = false)
  private boolean superseded;

  @SuppressWarnings("NullAway.Init")
  protected Observation() {} // for JPA

  Observation(long domainId, Observed kind, String value, Instant seen) {
    this.domainId = domainId;
    this.kind = kind;
    this.value = value;
    this.firstSeen = seen;
    this.lastSeen = seen;
  }

  /**
   * The records, a line each; empty where DNS said that there are none; collectors' tokens are
   * masked. Outside text.
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

  void seenAgain(Instant at) {
    lastSeen = at;
  }

  void supersede() {
    superseded = true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Observation observation
        && domainId == observation.domainId
        && kind == observation.kind
        && firstSeen.equals(observation.firstSeen);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainId, kind, firstSeen);
  }
}
