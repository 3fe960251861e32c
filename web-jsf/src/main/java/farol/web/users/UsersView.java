package farol.web.users;

import farol.domain.user.User;
import farol.domain.user.UserRefusedException;
import farol.domain.user.UserService;
import farol.domain.user.UserService.Admission;
import farol.settings.Settings;
import farol.settings.SignInMethod;
import farol.web.access.ForOperators;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.ShownRows;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import farol.web.kit.UserRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The users that Farol keeps, for operators only: every action checks the role anew. */
@Named("users")
@RequestScoped
public class UsersView {
  @Inject UserService service;
  @Inject NewPassword newPassword;
  @Inject SignedIn signedIn;
  @Inject Settings settings;
  @Inject ShownRows shownRows;
  @Inject Texts texts;

  private List<UserRow> rows = List.of();
  private String name = "";
  private String password = "";

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    if (signedIn.isOperator()) {
      String person = signedIn.getName();
      rows =
          Stream.concat(
                  Stream.of(UserRow.admin(person, texts)),
                  service.list().stream().map(user -> UserRow.of(user, person, texts)))
              .toList();
    }
  }

  /** Ends the request of anybody else. */
  public void guard() {
    if (!signedIn.isOperator()) {
      Outcome.forbidden();
    }
  }

  /** Adds a user; the password is shown once where it was made up. */
  @ForOperators
  public @Nullable String add() {
    try {
      Admission added = service.add(name, password);
      Messages.done(texts.format("users.added", added.user().name()));
      newPassword.keep(added);
      return Outcome.samePage();
    } catch (UserRefusedException refused) {
      boolean aboutPassword = refused.reason() == UserRefusedException.Reason.WEAK_PASSWORD;
      Messages.error(
          aboutPassword ? "new-user-password" : "new-user", UserRefusal.text(refused, name, texts));
      return null;
    }
  }

  @ForOperators
  public @Nullable String reset(String user) {
    return act(
        "users.was-reset",
        user,
        () -> {
          Optional<Admission> reset = service.resetPassword(user, "");
          reset.ifPresent(newPassword::keep);
          return reset.map(Admission::user);
        });
  }

  @ForOperators
  public @Nullable String disable(String user) {
    return act("users.disabled", user, () -> service.disable(user, signedIn.getName()));
  }

  @ForOperators
  public @Nullable String enable(String user) {
    return act("users.enabled", user, () -> service.enable(user));
  }

  @ForOperators
  public @Nullable String makeOperator(String user) {
    return act("users.made-operator", user, () -> service.makeOperator(user));
  }

  @ForOperators
  public @Nullable String dismissOperator(String user) {
    return act(
        "users.dismissed-operator", user, () -> service.dismissOperator(user, signedIn.getName()));
  }

  @ForOperators
  public @Nullable String makeAuditor(String user) {
    return act("users.made-auditor", user, () -> service.makeAuditor(user, true));
  }

  @ForOperators
  public @Nullable String dismissAuditor(String user) {
    return act("users.dismissed-auditor", user, () -> service.makeAuditor(user, false));
  }

  private @Nullable String act(String done, String user, Supplier<Optional<User>> change) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    try {
      if (change.get().isEmpty()) {
        Outcome.notFound();
        return null;
      }
      Messages.done(texts.format(done, user));
    } catch (UserRefusedException refused) {
      Messages.failed(UserRefusal.text(refused, user, texts));
    }
    return Outcome.samePage();
  }

  /** Which users the page shows. */
  public String getShown() {
    return ShownRows.of(rows.stream().map(UserRow::name));
  }

  public List<UserRow> getRows() {
    return rows;
  }

  /** Whether people of a directory may sign in, too; the list does not have them. */
  public boolean isExternal() {
    return SignInMethod.of(settings) == SignInMethod.LDAP;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
