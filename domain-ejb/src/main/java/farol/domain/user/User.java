package farol.domain.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in with a password that Farol keeps, or by a provider. A disabled user is as
 * good as none to the server's registry; the name stays taken, so that nobody else comes into what
 * was this person's.
 */
@Entity
@Table(name = "app_user")
@NamedQuery(name = User.ALL, query = "select u from User u order by u.name")
@NamedQuery(name = User.BY_NAME, query = "select u from User u where u.name = :name")
@NamedQuery(
    name = User.NAMESAKES,
    query = "select count(u) from User u where lower(u.name) = lower(:name)")
@NamedQuery(name = User.HASH, query = "select u.passwordHash from User u where u.name = :name")
public class User {
  static final String ALL = "User.all";
  static final String BY_NAME = "User.byName";
  static final String NAMESAKES = "User.namesakes";
  static final String HASH = "User.hash";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(nullable = false)
  private int epoch;

  @Column(nullable = false, updatable = false)
  private boolean external;

  private @Nullable String subject; // null while no provider has vouched

  @Column(nullable = false)
  private boolean operator;

  @Column(nullable = false)
  private boolean auditor;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt; // null while the user may sign in

  @SuppressWarnings("NullAway.Init")
  protected User() {} // for JPA

  public String name() {
    return name;
  }

  /** Whether a provider vouches for this person, and says in which groups. */
  public boolean isExternal() {
    return external;
  }

  /** Whether this person is in the installation's group of operators. */
  public boolean isOperator() {
    return operator;
  }

  /** Whether this person is in the installation's group of auditors. */
  public boolean isAuditor() {
    return auditor;
  }

  /** The groups in words, for the audit log. */
  String groups() {
    return Stream.of(operator ? "operators" : "", auditor ? "auditors" : "")
        .filter(group -> !group.isEmpty())
        .collect(Collectors.joining(", "));
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Since when the user may not sign in; empty while that is allowed. */
  public Optional<Instant> disabledAt() {
    return Optional.ofNullable(disabledAt);
  }

  public boolean isEnabled() {
    return disabledAt == null;
  }

  boolean hasPassword(String password) {
    return password().matches(password);
  }

  PasswordHash password() {
    return new PasswordHash(passwordHash);
  }

  /** Whether a provider may mean this person: it has vouched for nobody else by this name. */
  boolean isOrCanBe(String providersSubject) {
    return external && (subject == null || subject.equals(providersSubject));
  }

  /** Signs out wherever the old one was used. */
  void changePassword(PasswordHash password) {
    passwordHash = password.text();
    epoch++;
  }

  /** Lets the user in by this password, beside the sign-ins there are. */
  void welcome(
      String providersSubject, PasswordHash password, boolean asOperator, boolean asAuditor) {
    subject = providersSubject;
    passwordHash = password.text();
    operator = asOperator;
    auditor = asAuditor;
  }

  /** Signs out everywhere, for good even if the user is enabled again. */
  void disable(Instant now) {
    if (isEnabled()) {
      disabledAt = now;
      epoch++;
    }
  }

  void enable() {
    disabledAt = null;
  }

  /** Puts the user into groups or out of them; null: as it is. */
  void regroup(@Nullable Boolean asOperator, @Nullable Boolean asAuditor) {
    operator = asOperator == null ? operator : asOperator;
    auditor = asAuditor == null ? auditor : asAuditor;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof User user && name().equals(user.name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }
}
