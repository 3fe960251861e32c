package farol.domain.monitored;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that receives a domain's reports. A domain has one at a time that it publishes; after
 * a rotation the one before works on for a while, since senders hold the old DNS record.
 */
@Entity
@Table(name = "collector")
public class Collector {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "domain_id", updatable = false)
  private MonitoredDomain domain;

  @Column(name = "token_sealed", nullable = false, updatable = false)
  private byte[] sealedToken;

  @Column(name = "token_hash", nullable = false, updatable = false)
  private byte[] tokenHash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "retires_at")
  private @Nullable Instant retiresAt; // null while it is the published one

  @SuppressWarnings("NullAway.Init")
  protected Collector() {} // for JPA

  Collector(MonitoredDomain domain, CollectorToken token, TokenSeal seal, Instant createdAt) {
    this.domain = domain;
    this.sealedToken = seal.seal(token);
    this.tokenHash = token.hash().bytes();
    this.createdAt = createdAt;
  }

  public MonitoredDomain domain() {
    return domain;
  }

  /**
   * What reporters post to.
   *
   * @param seal the one that it was made with
   */
  public CollectorToken token(TokenSeal seal) {
    return seal.open(sealedToken, tokenHash());
  }

  TokenHash tokenHash() {
    return TokenHash.of(tokenHash);
  }

  boolean isPublished() {
    return retiresAt == null;
  }

  /** Ends its life at {@code time}, unless it ends before. */
  void retire(Instant time) {
    if (retiresAt == null || time.isBefore(retiresAt)) {
      retiresAt = time;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Collector collector && tokenHash().equals(collector.tokenHash());
  }

  @Override
  public int hashCode() {
    return tokenHash().hashCode();
  }
}
