package farol.domain.monitored;

import farol.domain.account.Account;
import farol.domain.lookup.MailExchanger;
import farol.domain.shared.DomainName;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A domain that an account watches. It begins as a claim: pending until a TXT record proves that
 * the account controls the domain's DNS. A claim that is not proven within seven days expires.
 * Several accounts may claim the same domain.
 */
@Entity
@Table(name = "monitored_domain")
@NamedQuery(
    name = MonitoredDomain.OF_ACCOUNT,
    query =
        "select d from MonitoredDomain d join fetch d.account left join fetch d.collectors"
            + " where d.account.id = :accountId order by d.name")
@NamedQuery(
    name = MonitoredDomain.KEYS_OF_ACCOUNT,
    query =
        "select d.id from MonitoredDomain d where d.account.id = :accountId"
            + " order by case when d.name in :first then 0 else 1 end, d.name")
@NamedQuery(
    name = MonitoredDomain.ENTRIES_OF_ACCOUNT,
    query =
        "select new farol.domain.monitored.DomainEntry(d.id, d.name, d.state, d.createdAt)"
            + " from MonitoredDomain d where d.account.id = :accountId")
@NamedQuery(
    name = MonitoredDomain.OF_KEYS,
    query =
        "select d from MonitoredDomain d join fetch d.account left join fetch d.collectors"
            + " where d.id in :ids order by d.name")
@NamedQuery(
    name = MonitoredDomain.BY_NAME,
    query = "select d from MonitoredDomain d where d.account.id = :accountId and d.name = :name")
@NamedQuery(
    name = MonitoredDomain.BY_IDS,
    query = "select d from MonitoredDomain d where d.id in :ids order by d.id")
@NamedQuery(
    name = MonitoredDomain.DUE,
    query =
        "select new farol.domain.monitored.DueDomain(d.id, d.name, d.state) from MonitoredDomain d where d.nextCheckAt <= :now and d.demo = false and d.id > :after order by d.id")
@NamedQuery(
    name = MonitoredDomain.DEMONSTRATION,
    query = "select d from MonitoredDomain d where d.demo = true order by d.id")
@NamedQuery(
    name = MonitoredDomain.COUNTS_OF_ACCOUNT,
    query =
        "select new farol.domain.monitored.DomainCounts(count(d), count(case when"
            + " d.state = farol.domain.monitored.DomainState.VERIFIED then 1 end))"
            + " from MonitoredDomain d where d.account.id = :accountId")
@NamedQuery(
    name = MonitoredDomain.DEMONSTRATION_OF_ACCOUNT,
    query = "select d.id from MonitoredDomain d where d.account.id = :accountId and d.demo = true")
@NamedQuery(
    name = MonitoredDomain.COUNT_REAL,
    query = "select count(d) from MonitoredDomain d where d.demo = false")
public class MonitoredDomain {
  static final String OF_ACCOUNT = "MonitoredDomain.ofAccount";
  static final String KEYS_OF_ACCOUNT = "MonitoredDomain.keysOfAccount";
  static final String ENTRIES_OF_ACCOUNT = "MonitoredDomain.entriesOfAccount";
  static final String OF_KEYS = "MonitoredDomain.ofKeys";
  static final String BY_NAME = "MonitoredDomain.byName";
  static final String BY_IDS = "MonitoredDomain.byIds";
  static final String DUE = "MonitoredDomain.due";
  static final String DEMONSTRATION = "MonitoredDomain.demonstration";
  static final String COUNTS_OF_ACCOUNT = "MonitoredDomain.countsOfAccount";
  static final String DEMONSTRATION_OF_ACCOUNT = "MonitoredDomain.demonstrationOfAccount";
  static final String COUNT_REAL = "MonitoredDomain.countReal";

  /** How long an old collector still works after a rotation. */
  static final Duration OVERLAP = Duration.ofDays(14);

  private static final Duration EAGER_PERIOD = Duration.ofHours(1);
  private static final Duration EAGER_PAUSE = Duration.ofMinutes(1);
  private static final Duration PATIENT_PAUSE = Duration.ofMinutes(15);
  private static final Duration CLAIM_LIFE = Duration.ofDays(7);
  private static final Duration DAILY = Duration.ofDays(1);

  /** By how much a daily look may come sooner, so that domains do not stay in step. */
  private static final Duration JITTER = Duration.ofHours(2);

  /** After a look that said nothing, or that missed a record which was there before. */
  private static final Duration SOONER = Duration.ofHours(1);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id", updatable = false)
  private Account account;

  @Column(nullable = false, updatable = false)
  private int slot;

  @Column(nullable = false, updatable = false)
  private String name; // a DomainName's value; the unit is made before CDI could make a converter

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private DomainState state;

  @Column(nullable = false, updatable = false)
  private boolean demo;

  @Column(name = "verification_token", nullable = false, updatable = false)
  private String verificationToken;

  @Column(name = "mx_hosts", columnDefinition = "text[]")
  private String @Nullable [] mxHosts; // null until looked up

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "verified_at")
  private @Nullable Instant verifiedAt;

  @Embedded private @Nullable OwnershipCheck lastCheck;

  @Embedded private @Nullable Absence absence; // null while the record is there

  @Column(name = "next_check_at", nullable = false)
  private Instant nextCheckAt;

  @OneToMany(mappedBy = "domain", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Collector> collectors = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected MonitoredDomain() {} // for JPA

  private MonitoredDomain(
      Account account,
      int slot,
      DomainName name,
      DomainState state,
      boolean demo,
      TokenSeal seal,
      Instant now) {
    this.account = account;
    this.slot = slot;
    this.name = name.value();
    this.state = state;
    this.demo = demo;
    this.verificationToken = CollectorToken.random().value();
    this.createdAt = now;
    this.nextCheckAt = now;
    collectors.add(new Collector(this, CollectorToken.random(), seal, now));
  }

  /** A new claim, to be looked up at once. */
  static MonitoredDomain claim(
      Account account, int slot, DomainName name, TokenSeal seal, Instant now) {
    return new MonitoredDomain(account, slot, name, DomainState.PENDING, false, seal, now);
  }

  /**
   * A domain of the demonstration: it does not exist, so it counts as verified and is never looked
   * up.
   */
  static MonitoredDomain demonstration(
      Account account, int slot, DomainName name, TokenSeal seal, Instant now) {
    MonitoredDomain domain =
        new MonitoredDomain(account, slot, name, DomainState.VERIFIED, true, seal, now);
    domain.verifiedAt = now;
    return domain;
  }

  public long id() {
    return Objects.requireNonNull(id, "stored");
  }

  public Account account() {
    return account;
  }

  /** The key of that account. */
  public long accountId() {
    return account.id();
  }

  public DomainName name() {
    return DomainName.parse(name);
  }

  public DomainState state() {
    return state;
  }

  public boolean isVerified() {
    return state == DomainState.VERIFIED;
  }

  public boolean isDemo() {
    return demo;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> verifiedAt() {
    return Optional.ofNullable(verifiedAt);
  }

  public Optional<OwnershipCheck> lastCheck() {
    return Optional.ofNullable(lastCheck);
  }

  /** Whether the recheck job looks at it by its next run, or is doing so. */
  public boolean isDue(Instant now) {
    return !demo && !nextCheckAt.isAfter(now);
  }

  /** When the recheck job looks at it next. */
  Instant nextCheckAt() {
    return nextCheckAt;
  }

  /** Since when the record that proved the domain is missing; empty while it is there. */
  public Optional<Absence> absence() {
    return Optional.ofNullable(absence);
  }

  /** The value of the TXT record that proves ownership. */
  public String verificationRecord() {
    return Ownership.recordValue(verificationToken);
  }

  /** The record that proves ownership. */
  public DnsRecord ownershipRecord() {
    return DnsRecord.txt(Ownership.recordName(name()).value(), verificationRecord());
  }

  /**
   * Where reporters post.
   *
   * @param publicUrl base of the public listener, as the internet reaches it
   * @param seal the installation's
   */
  public URI collectorUrl(URI publicUrl, TokenSeal seal) {
    String base = publicUrl.toString().replaceFirst("/+$", "");
    return URI.create(base + CollectorToken.PATH + collector().token(seal).value());
  }

  /** The MX hosts as last looked up; empty while none is known. */
  public Set<String> mxHosts() {
    return mxHosts == null ? Set.of() : new TreeSet<>(Arrays.asList(mxHosts));
  }

  /** Those of the {@link #mxHosts} that can be hosts, in the order of their names. */
  public List<DomainName> mailHosts() {
    return mxHosts().stream()
        .flatMap(target -> new MailExchanger(0, target).host().stream())
        .toList();
  }

  /** The collector that the domain's TLS-RPT record should name. */
  public Collector collector() {
    return collectors.stream().filter(Collector::isPublished).findFirst().orElseThrow();
  }

  /** Replaces the published collector by a new one; the old one works on for {@link #OVERLAP}. */
  void rotateCollector(TokenSeal seal, Instant now) {
    collectors.forEach(collector -> collector.retire(now.plus(OVERLAP)));
    collectors.add(new Collector(this, CollectorToken.random(), seal, now));
  }

  /**
   * Takes in what DNS answered for the ownership record. The record verifies the domain, also one
   * that was suspended, and has it looked at again at once: only now may its mail servers be. The
   * record's {@linkplain Absence absence} suspends a verified one in time. A look that DNS did not
   * answer leaves the state as it is.
   */
  void ownershipChecked(OwnershipAnswer answer, Instant now) {
    OwnershipCheck check = OwnershipCheck.of(answer, verificationToken, now);
    boolean wasVerified = isVerified();
    lastCheck = check;
    switch (check.outcome()) {
      case PROVEN -> proven(now);
      case OTHER_RECORDS, WILDCARD, ABSENT -> missed(now);
      case TEMPORARY_FAILURE -> {} // says nothing about the domain
    }
    boolean isJustProven = isVerified() && !wasVerified;
    nextCheckAt = isJustProven ? now : now.plus(pauseAfter(check.outcome(), now));
  }

  private void proven(Instant now) {
    if (state != DomainState.VERIFIED) {
      state = DomainState.VERIFIED;
      verifiedAt = now;
    }
    absence = null;
  }

  private void missed(Instant now) {
    if (state != DomainState.VERIFIED) {
      return;
    }
    Absence missing = absence == null ? Absence.beginning(now) : absence.again();
    absence = missing;
    if (missing.isLapse(now)) {
      state = DomainState.SUSPENDED;
    }
  }

  /** No later than after a look that DNS did not answer. */
  void lookAgainSoon(Instant now) {
    lookAt(now.plus(SOONER));
  }

  /** No later than then. */
  void lookAt(Instant time) {
    if (time.isBefore(nextCheckAt)) {
      nextCheckAt = time;
    }
  }

  /** Remembers its MX hosts; whether they are others than before. */
  boolean mxHostsSeen(Set<String> hosts) {
    String[] seen = new TreeSet<>(hosts).toArray(String[]::new);
    boolean isChange = !Arrays.equals(seen, mxHosts);
    mxHosts = seen;
    return isChange;
  }

  /** Whether the claim has had its seven days and was never proven. */
  boolean isExpired(Instant now) {
    return state == DomainState.PENDING && !now.isBefore(createdAt.plus(CLAIM_LIFE));
  }

  private Duration pauseAfter(CheckOutcome outcome, Instant now) {
    if (state == DomainState.PENDING) {
      return now.isBefore(createdAt.plus(EAGER_PERIOD)) ? EAGER_PAUSE : PATIENT_PAUSE;
    }
    if (outcome == CheckOutcome.TEMPORARY_FAILURE || (isVerified() && absence != null)) {
      return SOONER;
    }
    return DAILY.minusSeconds(ThreadLocalRandom.current().nextLong(JITTER.toSeconds()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MonitoredDomain domain
        && name().equals(domain.name())
        && account().equals(domain.account());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name(), account());
  }
}
