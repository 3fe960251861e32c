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

  /** A user with a password that was made up, which nobody can be told again. */
  public record Admission(User user, String password) {}

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
    String given = passwordFor(own, password);
    return new Admission(added(own, PasswordHash.of(given), false), given);
  }

  /**
   * Takes in somebody for whom the provider has just vouched; adds the user at the first time.
   *
   * @return a password that lets in once: the next such sign-in makes another
   * @throws UserRefusedException if the user is disabled, or the name is none or somebody else's
   */
  public String welcome(String name, boolean operator, boolean auditor) {
    requireName(name);
    String password = Password.random();
    PasswordHash hash = PasswordHash.of(password);
    User user = users.lock(name).orElseGet(() -> added(name, hash, true));
    if (!user.isExternal()) {
      throw taken();
    }
    if (!user.isEnabled()) {
      throw new UserRefusedException(Reason.DISABLED, "this user is disabled");
    }
    regroup(user, () -> user.welcome(hash, operator, auditor));
    return password;
  }

  private User added(String name, PasswordHash password, boolean external) {
    if (UserName.isBuiltIn(name)) {
      throw taken();
    }
    User user =
        users.add(name, password, external, clock.instant()).orElseThrow(UserService::taken);
    audit.record(Change.of(AuditAction.USER_ADDED, name));
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
    String given = passwordFor(name, password);
    return ours(
            name,
            user -> {
              user.changePassword(PasswordHash.of(given));
              audit.record(Change.of(AuditAction.PASSWORD_RESET, name));
            })
        .map(user -> new Admission(user, given));
  }

  /**
   * Has a user change the own password; empty where there is no such user.
   *
   * @throws UserRefusedException if the old one is wrong, or the new one too weak
   */
  public Optional<User> changeOwnPassword(String name, String old, String password) {
    return ours(
        name,
        user -> {
          if (!user.hasPassword(old)) {
            throw new UserRefusedException(
                Reason.WRONG_PASSWORD, "the present password must be given with a new one");
          }
          user.changePassword(PasswordHash.of(Password.checked(password, name)));
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
    requireAnother(name, by);
    return changed(
        name,
        user -> {
          if (user.isEnabled()) {
            user.disable(clock.instant());
            audit.record(Change.of(AuditAction.USER_DISABLED, name));
          }
        });
  }

  /** Lets a user in again; empty where there is no such user. */
  public Optional<User> enable(String name) {
    return changed(
        name,
        user -> {
          if (!user.isEnabled()) {
            user.enable();
            audit.record(Change.of(AuditAction.USER_ENABLED, name));
          }
        });
  }

  /** Takes a user into the group of operators; empty where there is no such user. */
  public Optional<User> makeOperator(String name) {
    return ours(name, user -> regroup(user, () -> user.beOperator(true)));
  }

  /**
   * Takes a user out of the group of operators; empty where there is no such user.
   *
   * @param by who asks for it
   * @throws UserRefusedException if it is oneself
   */
  public Optional<User> dismissOperator(String name, String by) {
    requireAnother(name, by);
    return ours(name, user -> regroup(user, () -> user.beOperator(false)));
  }

  /** Takes a user into the group of auditors, or out of it; empty where there is no such user. */
  public Optional<User> makeAuditor(String name, boolean auditor) {
    return ours(name, user -> regroup(user, () -> user.beAuditor(auditor)));
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
          if (user.isExternal()) {
            throw new UserRefusedException(
                Reason.EXTERNAL, "the provider has this user's password and groups");
          }
          change.accept(user);
        });
  }

  private static String passwordFor(String name, String given) {
    return given.isBlank() ? Password.random() : Password.checked(given, name);
  }
}
