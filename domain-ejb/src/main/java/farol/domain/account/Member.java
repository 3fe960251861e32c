package farol.domain.account;

import jakarta.persistence.Column;
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
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user's place in an account. A user may be in several. */
@Entity
@Table(name = "member")
@NamedQuery(
    name = Member.OF_USER,
    query =
        "select m from Member m join fetch m.account where m.userName = :userName"
            + " order by m.chosenAt desc nulls last, m.id")
@NamedQuery(
    name = Member.OF_ACCOUNT,
    query = "select m from Member m where m.account.id = :accountId order by m.userName")
@NamedQuery(
    name = Member.BY_NAME,
    query = "select m from Member m where m.account.id = :accountId and m.userName = :userName")
public class Member {
  static final String OF_USER = "Member.ofUser";
  static final String OF_ACCOUNT = "Member.ofAccount";
  static final String BY_NAME = "Member.byName";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id", updatable = false)
  private Account account;

  @Column(name = "user_name", nullable = false, updatable = false)
  private String userName;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Role role;

  @Column(name = "joined_at", nullable = false, updatable = false)
  private Instant joinedAt;

  @Column(name = "chosen_at")
  private @Nullable Instant chosenAt; // null while it never was

  @SuppressWarnings("NullAway.Init")
  protected Member() {} // for JPA

  public Member(Account account, String userName, Role role, Instant joinedAt) {
    this.account = account;
    this.userName = userName;
    this.role = role;
    this.joinedAt = joinedAt;
  }

  /** The name in the user registry. */
  public String userName() {
    return userName;
  }

  public Account account() {
    return account;
  }

  public Role role() {
    return role;
  }

  public boolean isOwner() {
    return role == Role.OWNER;
  }

  public Instant joinedAt() {
    return joinedAt;
  }

  void become(Role other) {
    role = other;
  }

  void choose(Instant now) {
    chosenAt = now;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Member member
        && userName().equals(member.userName())
        && account().equals(member.account());
  }

  @Override
  public int hashCode() {
    return Objects.hash(userName(), account());
  }
}
