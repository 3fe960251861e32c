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
    name = Member.ACCOUNTS_OF_USER,
    query = "select m.account from Member m where m.userName = :userName order by m.id")
public class Member {
  static final String ACCOUNTS_OF_USER = "Member.accountsOfUser";

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

  @SuppressWarnings("NullAway.Init")
  protected Member() {} // for JPA

  public Member(Account account, String userName, Role role, Instant joinedAt) {
    this.account = account;
    this.userName = userName;
    this.role = role;
    this.joinedAt = joinedAt;
  }

  String userName() {
    return userName;
  }

  Account account() {
    return account;
  }

  public Role role() {
    return role;
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
