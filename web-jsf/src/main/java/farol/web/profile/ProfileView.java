package farol.web.profile;

import farol.domain.user.User;
import farol.domain.user.UserName;
import farol.domain.user.UserRefusedException;
import farol.domain.user.UserService;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person's own page: language, theme and password. */
@Named("profile")
@RequestScoped
public class ProfileView {
  @Inject UserService users;
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
    try {
      Optional<User> changed = users.changeOwnPassword(name, oldPassword, password);
      if (changed.isEmpty()) {
        Outcome.notFound();
        return;
      }
    } catch (UserRefusedException refused) {
      boolean aboutOld = refused.reason() == UserRefusedException.Reason.WRONG_PASSWORD;
      Messages.error(
          aboutOld ? "old-password" : "password",
          texts.format("users.refused." + refused.reason().name(), name));
      return;
    }
    request.logout();
    request.getSession(); // messages are kept in it
    request.login(name, password);
    Messages.done(texts.get("profile.password.changed"));
    Outcome.redirect("/profile");
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
            signedIn.isAuditor() ? texts.get("users.auditor") : "")
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
