package farol.domain.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Accounts and members in the database; joins the transaction of its caller. */
@Dependent
class AccountStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** The account that the user joined first. */
  Optional<Account> findOfUser(String userName) {
    return entities
        .createNamedQuery(Member.ACCOUNTS_OF_USER, Account.class)
        .setParameter("userName", userName)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Makes the account and its first member, unless another request of the same user is just doing
   * so; that one is waited for, so afterwards the account is there either way.
   */
  void found(String userName, Instant now) {
    int made =
        entities
            .createNativeQuery(
                "insert into account (founder, created_at) values (:founder, :now) on conflict (founder) do nothing")
            .setParameter("founder", userName)
            .setParameter("now", now)
            .executeUpdate();
    if (made == 1) {
      Account account =
          entities
              .createQuery("select a from Account a where a.founder = :founder", Account.class)
              .setParameter("founder", userName)
              .getSingleResult();
      entities.persist(new Member(account, userName, Role.OWNER, now));
    }
  }
}
