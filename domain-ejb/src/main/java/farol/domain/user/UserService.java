package farol.domain.user;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.user.UserRefusedException.Reason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The users that Farol keeps. Whatever is changed holds from the next request on: the server's
 * registry keeps nothing of its own. Users are never deleted, since what they did bears their
 * names.
 */
@Stateless
public class UserService {
  @Inject UserStore users;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /**
   * A user with another password.
   *
   * @param password one that was made up, which nobody can be told again; empty for a given one
   */
  public record Admission(User user, Optional<String> password) {}

  /** All of them, in the order of their names; without {@code admin}. */
  public List<User> list() {
    return users.all();
  }

  public Optional<User> find(String name) {
    return users.find(name);
  }

  /** Whether somebody signs in by this name, or did before being disabled. */
  public boolean isKnown(String name) {
    return name.equals(UserName.ADMIN) || find(name).isPresent();
  }

  /** Whether somebody is called so, disabled or not, and however it is written. */
  public boolean isTaken(String name) {
    return users.hasNamesake(name);
  }

  /**
   * Adds a user, who is in no group.
   *
   * @param name blanks around it are dropped
   * @param password one is made up for a blank one
   * @throws UserRefusedException if the name is taken or none, or the password is too weak
   */
  public Admission add(String name, String password) {
    String own = name.strip();
    requireName(own);
    Optional<String> madeUp = madeUp(password);
    PasswordHash hash = PasswordHash.of(madeUp.orElseGet(() -> Password.checked(password, own)));
    User user = addition(own, hash, false).orElseThrow(UserService::taken);
    return new Admission(user, madeUp);
  }

  /**
   * Takes in somebody for whom the provider has just vouched; adds the user at the first time.
   *
   * @param subject who it is to the provider, which may give a name to another later
   * @return a password that lets in until the next such sign-in makes another
   * @throws UserRefusedException if the user is disabled, or the name is none or somebody else's
   */
  public String welcome(String name, String subject, boolean operator, boolean auditor) {
    requireName(name);
    String password = Password.random();
    PasswordHash hash = PasswordHash.of(password);
    User user = users.lock(name).orElseGet(() -> newcomer(name, hash));
    if (!user.isOrCanBe(subject)) {
      throw taken();
    }
    if (!user.isEnabled()) {
      throw new UserRefusedException(Reason.DISABLED, "this user is disabled");
    }
    regroup(user, () -> user.welcome(subject, hash, operator, auditor));
    return password;
  }

  /** Somebody who comes by two browsers at once is added by one, and found by the other. */
  private User newcomer(String name, PasswordHash password) {
    return addition(name, password, true)
        .or(() -> users.lock(name))
        .orElseThrow(UserService::taken);
  }

  private Optional<User> addition(String name, PasswordHash password, boolean external) {
    if (UserName.isBuiltIn(name)) {
      throw taken();
    }
    Optional<User> user = users.add(name, password, external, clock.instant());
    user.ifPresent(added -> audit.record(Change.of(AuditAction.USER_ADDED, name)));
    return user;
  }

  private void regroup(User user, Runnable change) {
    String before = user.groups();
    change.run();
    if (!user.groups().equals(before)) {
      audit.record(new Change(AuditAction.USER_GROUPS_CHANGED, user.name(), before, user.groups()));
    }
  }

  private static void requireName(String name) {
    if (!UserName.isName(name)) {
      throw new UserRefusedException(
          Reason.NOT_A_NAME,
          "a user's name has 1 to 100 letters, digits and . _ @ + -, and begins with one of the"
              + " first two");
    }
  }

  private static UserRefusedException taken() {
    return new UserRefusedException(Reason.NAME_TAKEN, "somebody already has this name");
  }

  /**
   * Gives a user another password, after which the old one and all sign-ins with it are worth
   * nothing; empty where there is no such user.
   *
   * @param password one is made up for a blank one
   * @throws UserRefusedException if it is too weak
   */
  public Optional<Admission> resetPassword(String name, String password) {
    Optional<String> madeUp = madeUp(password);
    PasswordHash hash = PasswordHash.of(madeUp.orElseGet(() -> Password.checked(password, name)));
    return ours(
            name,
            user -> {
              user.changePassword(hash);
              audit.record(Change.of(AuditAction.PASSWORD_RESET, name));
            })
        .map(user -> new Admission(user, madeUp));
  }

  /**
   * Has a user change the own password; empty where there is no such user. The work of hashing is
   * done before the user is held, so that it keeps nobody waiting.
   *
   * @throws UserRefusedException if the new one is too weak, or the old one wrong
   */
  public Optional<User> changeOwnPassword(String name, String old, String password) {
    String checked = Password.checked(password, name);
    Optional<PasswordHash> present = users.password(name).filter(hash -> hash.matches(old));
    Optional<PasswordHash> next = present.map(right -> PasswordHash.of(checked));
    return ours(
        name,
        user -> {
          if (!present.equals(Optional.of(user.password()))) {
            throw new UserRefusedException(
                Reason.WRONG_PASSWORD, "the present password must be given with a new one");
          }
          user.changePassword(next.orElseThrow());
          audit.record(Change.of(AuditAction.PASSWORD_CHANGED, name));
        });
  }

  /**
   * Keeps a user out from now on; empty where there is no such user.
   *
   * @param by who asks for it
   * @throws UserRefusedException if it is oneself
   */
  public Optional<User> disable(String name, String by) {
    return change(name, UserChange.enabled(false), by);
  }

  /** Lets a user in again; empty where there is no such user. */
  public Optional<User> enable(String name) {
    return changed(name, user -> change(user, UserChange.enabled(true)));
  }

  /** Takes a user into the group of operators; empty where there is no such user. */
  public Optional<User> makeOperator(String name) {
    return changed(name, user -> change(user, UserChange.operator(true)));
  }

  /**
   * Takes a user out of the group of operators; empty where there is no such user.
   *
   * @param by who asks for it
   * @throws UserRefusedException if it is oneself
   */
  public Optional<User> dismissOperator(String name, String by) {
    return change(name, UserChange.operator(false), by);
  }

  /** Takes a user into the group of auditors, or out of it; empty where there is no such user. */
  public Optional<User> makeAuditor(String name, boolean auditor) {
    return changed(name, user -> change(user, UserChange.auditor(auditor)));
  }

  /**
   * Changes all that is asked for, or nothing; empty where there is no such user.
   *
   * @param by who asks for it
   * @throws UserRefusedException if some of it takes the own rights away, or is the provider's
   */
  public Optional<User> change(String name, UserChange change, String by) {
    if (change.locksOut()) {
      requireAnother(name, by);
    }
    return changed(name, user -> change(user, change));
  }

  private void change(User user, UserChange change) {
    if (change.isOfGroups()) {
      requireOurs(user);
    }
    Boolean enabled = change.enabled();
    if (enabled != null && enabled != user.isEnabled()) {
      AuditAction action = enabled ? AuditAction.USER_ENABLED : AuditAction.USER_DISABLED;
      if (enabled) {
        user.enable();
      } else {
        user.disable(clock.instant());
      }
      audit.record(Change.of(action, user.name()));
    }
    regroup(user, () -> user.regroup(change.operator(), change.auditor()));
  }

  private static void requireAnother(String name, String by) {
    if (name.equals(by)) {
      throw new UserRefusedException(Reason.ONESELF, "nobody takes the own rights away");
    }
  }

  private Optional<User> changed(String name, Consumer<User> change) {
    if (UserName.isBuiltIn(name)) {
      throw new UserRefusedException(
          Reason.BUILT_IN, "this user comes with the installation and stays an operator");
    }
    Optional<User> user = users.lock(name);
    user.ifPresent(change);
    return user;
  }

  /** Changes what only Farol says of a user. */
  private Optional<User> ours(String name, Consumer<User> change) {
    return changed(
        name,
        user -> {
          requireOurs(user);
          change.accept(user);
        });
  }

  private static void requireOurs(User user) {
    if (user.isExternal()) {
      throw new UserRefusedException(
          Reason.EXTERNAL, "the provider has this user's password and groups");
    }
  }

  private static Optional<String> madeUp(String given) {
    return given.isBlank() ? Optional.of(Password.random()) : Optional.empty();
  }
}
