package farol.domain.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Owns monitored domains. Made by the first sign-in of the user who founds it; others join it
 * later.
 */
@Entity
@Table(name = "account")
public class Account {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id; // null until stored

  @Column(nullable = false, updatable = false)
  private String founder;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected Account() {} // for JPA

  public Account(String founder, Instant createdAt) {
    this.founder = founder;
    this.createdAt = createdAt;
  }

  /** The stored account's key. */
  public long id() {
    return Objects.requireNonNull(id, "stored");
  }

  /** Name of the user who founded it, as the user registry has it. */
  public String founder() {
    return founder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Account account && founder().equals(account.founder());
  }

  @Override
  public int hashCode() {
    return founder().hashCode();
  }
}
