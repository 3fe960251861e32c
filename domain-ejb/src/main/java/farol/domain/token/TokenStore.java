package farol.domain.token;

import farol.domain.account.Account;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens in the database; joins the transaction of its caller. */
@Dependent
class TokenStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** Holds the account against changes by others until the transaction ends. */
  void lockAccount(long accountId) {
    entities.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** In the order of their names. */
  List<ApiToken> ofAccount(long accountId) {
    return entities
        .createNamedQuery(ApiToken.OF_ACCOUNT, ApiToken.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  Optional<ApiToken> find(TokenSecret secret) {
    return entities
        .createNamedQuery(ApiToken.BY_SECRET, ApiToken.class)
        .setParameter("secretHash", secret.hash())
        .getResultStream()
        .findFirst();
  }

  /** The token, held against changes by others: who revokes it at the same time finds none. */
  Optional<ApiToken> lock(long accountId, long id) {
    return Optional.ofNullable(entities.find(ApiToken.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(token -> token.accountId() == accountId);
  }

  /** Writes down a use, unless the token has just been revoked. */
  void note(long id, Instant now) {
    var unused =
        entities
            .createNamedQuery(ApiToken.NOTE_USE)
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate();
  }

  void add(ApiToken token) {
    entities.persist(token);
  }

  void remove(ApiToken token) {
    entities.remove(token);
  }
}
