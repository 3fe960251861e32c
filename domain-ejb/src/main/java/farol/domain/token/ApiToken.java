package farol.domain.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token of an account. It belongs to the account and not to the person who made it, so it works
 * on when that person leaves, until it ends or is revoked.
 */
@Entity
@Table(name = "api_token")
@NamedQuery(
    name = ApiToken.OF_ACCOUNT,
    query = "select t from ApiToken t where t.accountId = :accountId order by t.name")
@NamedQuery(
    name = ApiToken.BY_SECRET,
    query = "select t from ApiToken t where t.secretHash = :secretHash")
@NamedQuery(
    name = ApiToken.NOTE_USE,
    query = "update ApiToken t set t.lastUsedAt = :now where t.id = :id")
public class ApiToken {
  static final String OF_ACCOUNT = "ApiToken.ofAccount";
  static final String BY_SECRET = "ApiToken.bySecret";
  static final String NOTE_USE = "ApiToken.noteUse";

  /** How exactly it is known when it was used: more would be a write for each call. */
  private static final Duration USE_STEP = Duration.ofMinutes(1);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(name = "account_id", nullable = false, updatable = false)
  private long accountId;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(name = "secret_hash", nullable = false, updatable = false)
  private byte[] secretHash;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private TokenScope scope;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt; // null while it never was

  @SuppressWarnings("NullAway.Init")
  protected ApiToken() {} // for JPA

  ApiToken(long accountId, TokenOrder order, TokenSecret secret, String createdBy, Instant now) {
    this.accountId = accountId;
    this.name = order.name();
    this.secretHash = secret.hash();
    this.scope = order.scope();
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = now.plus(order.lifetime());
  }

  /** The stored token's key. */
  public long id() {
    return Objects.requireNonNull(id, "stored");
  }

  /** The account in which it may do something. */
  public long accountId() {
    return accountId;
  }

  /** What people call it; no other token of the account has this name. */
  public String name() {
    return name;
  }

  public TokenScope scope() {
    return scope;
  }

  /** The user who made it. */
  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** From when on it is worth nothing. */
  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** When it was used last, to the minute; empty while it never was. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  /** Whether a use now is to be written down. */
  boolean isWorthNoting(Instant now) {
    return lastUsedAt == null || lastUsedAt.plus(USE_STEP).isBefore(now);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiToken token
        && accountId == token.accountId
        && name.equals(token.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, name);
  }
}
