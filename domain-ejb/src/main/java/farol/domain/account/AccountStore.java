package farol.domain.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts and members in the database; joins the transaction of its caller. */
@Dependent
class AccountStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** The user's place in the account where the user works. */
  Optional<Member> findMember(String userName) {
    return ofUser(userName).setMaxResults(1).getResultStream().findFirst();
  }

  /** The user's places in all accounts, the one where the user works first. */
  List<Member> memberships(String userName) {
    return ofUser(userName).getResultList();
  }

  private TypedQuery<Member> ofUser(String userName) {
    return entities
        .createNamedQuery(Member.OF_USER, Member.class)
        .setParameter("userName", userName);
  }

  List<Account> find(Set<Long> accountIds) {
    return entities
        .createQuery("select a from Account a where a.id in :ids", Account.class)
        .setParameter("ids", accountIds)
        .getResultList();
  }

  /** The account, held against changes by others until the transaction ends. */
  Account lock(long accountId) {
    return entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** All members, in the order of their names. */
  List<Member> members(long accountId) {
    return entities
        .createNamedQuery(Member.OF_ACCOUNT, Member.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  Optional<Member> member(long accountId, String userName) {
    return entities
        .createNamedQuery(Member.BY_NAME, Member.class)
        .setParameter("accountId", accountId)
        .setParameter("userName", userName)
        .getResultStream()
        .findFirst();
  }

  Member add(Member member) {
    entities.persist(member);
    return member;
  }

  void remove(Member member) {
    entities.remove(member);
  }

  /**
   * Makes the account and its first member, unless another request of the same user is just doing
   * so; that one is waited for, so afterwards the account is there either way.
   *
   * @return whether it was this call that made it
   */
  boolean found(String userName, Instant now) {
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
    return made == 1;
  }
}
