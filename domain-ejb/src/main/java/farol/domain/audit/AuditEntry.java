package farol.domain.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change. Never altered, not even by Farol: the database refuses it. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(name = "account_id", updatable = false)
  private @Nullable Long accountId; // null: of the installation

  @Column(nullable = false, updatable = false)
  private String actor;

  @Column(updatable = false)
  private @Nullable String address;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private AuditAction action;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(updatable = false)
  private @Nullable String before;

  @Column(updatable = false)
  private @Nullable String after;

  @SuppressWarnings("NullAway.Init")
  protected AuditEntry() {} // for JPA

  AuditEntry(Instant at, Actor actor, @Nullable Long accountId, Change change) {
    this.at = at;
    this.accountId = accountId;
    this.actor = actor.name();
    this.address = actor.address();
    this.action = change.action();
    this.subject = change.subject();
    this.before = change.before();
    this.after = change.after();
  }

  /** Ascending in the order of writing. */
  public long id() {
    return Objects.requireNonNull(id, "stored");
  }

  public Instant at() {
    return at;
  }

  /** The account in which it happened; empty for a change of the installation. */
  public Optional<Long> accountId() {
    return Optional.ofNullable(accountId);
  }

  public String actor() {
    return actor;
  }

  /** From where; empty where nobody asked for it by the network. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  public AuditAction action() {
    return action;
  }

  /** What was changed: a domain, a member, a token, a job. */
  public String subject() {
    return subject;
  }

  public Optional<String> before() {
    return Optional.ofNullable(before);
  }

  public Optional<String> after() {
    return Optional.ofNullable(after);
  }
}
