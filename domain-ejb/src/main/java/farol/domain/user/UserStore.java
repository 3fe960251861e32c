package farol.domain.user;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users in the database; joins the transaction of its caller. */
@Dependent
class UserStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** All of them, in the order of their names. */
  List<User> all() {
    return entities.createNamedQuery(User.ALL, User.class).getResultList();
  }

  Optional<User> find(String name) {
    return named(name).getResultStream().findFirst();
  }

  /** Whether anybody is called so, but for upper and lower case. */
  boolean hasNamesake(String name) {
    return entities
            .createNamedQuery(User.NAMESAKES, Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  /** What is kept of a user's password now; takes no hold of the user. */
  Optional<PasswordHash> password(String name) {
    return entities
        .createNamedQuery(User.HASH, String.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .map(PasswordHash::new);
  }

  /** The user of this name, held against changes by others until the transaction ends. */
  Optional<User> lock(String name) {
    return named(name).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }

  private TypedQuery<User> named(String name) {
    return entities.createNamedQuery(User.BY_NAME, User.class).setParameter("name", name);
  }

  /** Adds a user; empty where somebody has the name, however it is written. */
  Optional<User> add(String name, PasswordHash password, boolean external, Instant now) {
    int added =
        entities
            .createNativeQuery(
                "insert into app_user (name, password_hash, epoch, external, operator, auditor,"
                    + " created_at) values (:name, :password, 0, :external, false, false, :now) on"
                    + " conflict do nothing")
            .setParameter("name", name)
            .setParameter("password", password.text())
            .setParameter("external", external)
            .setParameter("now", now)
            .executeUpdate();
    return added == 1 ? find(name) : Optional.empty();
  }
}
