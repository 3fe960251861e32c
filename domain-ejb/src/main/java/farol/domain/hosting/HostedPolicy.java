package farol.domain.hosting;

import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MtaStsRecord;
import farol.domain.published.MxPattern;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of a policy that Farol serves for a domain. */
@Entity
@Table(name = "hosted_policy")
@NamedQuery(
    name = HostedPolicy.OF_DOMAINS,
    query =
        "select p from HostedPolicy p where p.domainId in :domainIds order by p.since desc, p.id desc")
@NamedQuery(
    name = HostedPolicy.SERVED,
    query =
        "select p from HostedPolicy p, MonitoredDomain d where d.id = p.domainId and d.name = :name"
            + " and p.endedAt is null and d.demo = false"
            + " and d.state in (farol.domain.monitored.DomainState.VERIFIED,"
            + " farol.domain.monitored.DomainState.SUSPENDED)"
            + " order by case when d.state = farol.domain.monitored.DomainState.VERIFIED then 0"
            + " else 1 end, p.since desc")
@NamedQuery(
    name = HostedPolicy.OF_ACCOUNT,
    query =
        "select p from HostedPolicy p, MonitoredDomain d where d.id = p.domainId"
            + " and d.account.id = :accountId order by p.since desc, p.id desc")
@NamedQuery(
    name = HostedPolicy.NAMES,
    query =
        "select d.name from HostedPolicy p, MonitoredDomain d where d.id = p.domainId"
            + " and d.account.id = :accountId and p.endedAt is null order by d.name")
public class HostedPolicy {
  static final String OF_DOMAINS = "HostedPolicy.ofDomains";
  static final String SERVED = "HostedPolicy.served";
  static final String OF_ACCOUNT = "HostedPolicy.ofAccount";
  static final String NAMES = "HostedPolicy.names";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(name = "domain_id", nullable = false, updatable = false)
  private long domainId;

  @Column(name = "policy_id", nullable = false, updatable = false)
  private String policyId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Mode mode;

  @Column(name = "max_age_seconds", nullable = false, updatable = false)
  private int maxAgeSeconds;

  @Column(nullable = false, updatable = false)
  private String mx; // a pattern a line

  @Column(nullable = false, updatable = false)
  private Instant since;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt; // null while it is served

  @SuppressWarnings("NullAway.Init")
  protected HostedPolicy() {} // for JPA

  HostedPolicy(long domainId, String policyId, MtaStsPolicy policy, Instant since) {
    this.domainId = domainId;
    this.policyId = policyId;
    this.mode = policy.mode();
    this.maxAgeSeconds = Math.toIntExact(policy.maxAge().toSeconds());
    this.mx = policy.mx().stream().map(MxPattern::value).collect(Collectors.joining("\n"));
    this.since = since;
  }

  long domainId() {
    return domainId;
  }

  /** What senders are told. */
  public MtaStsPolicy policy() {
    List<MxPattern> patterns = mx.lines().map(MxPattern::new).toList();
    return new MtaStsPolicy(mode, Duration.ofSeconds(maxAgeSeconds), patterns);
  }

  /** The record that tells senders of this version. */
  public MtaStsRecord record() {
    return new MtaStsRecord(policyId);
  }

  public Instant since() {
    return since;
  }

  /** When another version took its place, or serving ended; empty while it is served. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Until when senders may go by it that fetched it last; empty while it is served. */
  public Optional<Instant> heldUntil() {
    return endedAt().map(end -> end.plusSeconds(maxAgeSeconds));
  }

  void end(Instant at) {
    endedAt = at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostedPolicy version
        && domainId == version.domainId
        && policyId.equals(version.policyId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(domainId, policyId);
  }
}
