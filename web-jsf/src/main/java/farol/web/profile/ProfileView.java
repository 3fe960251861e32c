package farol.web.profile;

import farol.domain.user.User;
import farol.domain.user.UserName;
import farol.domain.user.UserRefusedException;
import farol.domain.user.UserService;
import farol.web.account.SignInAttempts;
import farol.web.account.SignInAttempts.Attempt;
import farol.web.account.SignInSession;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.Senders;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import farol.web.kit.UserRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person's own page: language, theme and password. */
@Named("profile")
@RequestScoped
public class ProfileView {
  @Inject UserService users;
  @Inject SignInAttempts attempts;
  @Inject Senders senders;
  @Inject Clock clock;
  @Inject SignedIn signedIn;
  @Inject HttpServletRequest request;
  @Inject Texts texts;

  private boolean passwordOurs;
  private String oldPassword = "";
  private String password = "";
  private String repeated = "";

  @PostConstruct
  void load() {
    passwordOurs = users.find(signedIn.getName()).filter(user -> !user.isExternal()).isPresent();
  }

  /**
   * Changes the own password. That ends all sign-ins with the old one, so this browser is signed in
   * anew.
   */
  public void changePassword() throws ServletException {
    if (!password.equals(repeated)) {
      Messages.error("repeated-password", texts.get("profile.password.differs"));
      return;
    }
    String name = signedIn.getName();
    if (!isChanged(name)) {
      return;
    }
    SignInSession.replace(request, name, password);
    Messages.done(texts.get("profile.password.changed"));
    Outcome.redirect("/profile");
  }

  /** Whether it was; the old password is guessed no faster here than where people sign in. */
  private boolean isChanged(String name) {
    Optional<Attempt> begun = attempts.begin(name, senders.of(request).toString(), clock.instant());
    if (begun.isEmpty()) {
      Messages.error("old-password", texts.get("profile.password.wait"));
      return false;
    }
    try (Attempt attempt = begun.get()) {
      return isChanged(name, attempt);
    }
  }

  private boolean isChanged(String name, Attempt attempt) {
    try {
      Optional<User> changed = users.changeOwnPassword(name, oldPassword, password);
      attempt.takeBack();
      if (changed.isEmpty()) {
        Outcome.notFound();
      }
      return changed.isPresent();
    } catch (UserRefusedException refused) {
      String text = UserRefusal.text(refused, name, texts);
      if (refused.reason() == UserRefusedException.Reason.WRONG_PASSWORD) {
        Messages.error("old-password", text);
      } else {
        attempt.takeBack(); // the old one was not even looked at
        Messages.error("password", text);
      }
      return false;
    }
  }

  /** Whether the password is one that can be changed here. */
  public boolean isPasswordOurs() {
    return passwordOurs;
  }

  /** Why it is none. */
  public String getPasswordElsewhere() {
    return texts.get(
        signedIn.getName().equals(UserName.ADMIN)
            ? "profile.password.installation"
            : "profile.password.directory");
  }

  /** What the person may do in the installation; empty for nothing beyond the own account. */
  public String getGroups() {
    return Stream.of(
            signedIn.isOperator() ? texts.get("users.operator") : "",
            request.isUserInRole("auditor") ? texts.get("users.auditor") : "")
        .filter(group -> !group.isEmpty())
        .collect(Collectors.joining(", "));
  }

  public String getOldPassword() {
    return oldPassword;
  }

  public void setOldPassword(String oldPassword) {
    this.oldPassword = oldPassword;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
