package farol.web.account;

import farol.settings.Settings;
import farol.settings.SignInMethod;
import farol.web.kit.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The sign-in form, against the server's user registry. Whatever the reason of a refusal, there is
 * one message, so that nobody learns which users exist; only that nobody can be asked is said
 * apart.
 */
@Named
@RequestScoped
public class SignIn {
  @Inject HttpServletRequest request;
  @Inject PasswordSignIn passwords;
  @Inject IntendedPage intended;
  @Inject Settings settings;

  private String user = "";
  private String password = "";

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Whether people may sign in at a provider. */
  public boolean isElsewhere() {
    return SignInMethod.of(settings) == SignInMethod.OPENID_CONNECT;
  }

  /** Whether user name and password were wrong, or tried too often. */
  public boolean isRefused() {
    return "refused".equals(request.getParameter("failed"));
  }

  /** Whether nobody could tell if they are right. */
  public boolean isUnanswered() {
    return "unanswered".equals(request.getParameter("failed"));
  }

  /** Whether somebody comes from there who may not sign in here. */
  public boolean isRefusedElsewhere() {
    return "refused".equals(request.getParameter("elsewhere"));
  }

  /** Whether somebody comes from there who may, but not just now. */
  public boolean isAgainElsewhere() {
    return "again".equals(request.getParameter("elsewhere"));
  }

  public void go() {
    request.getSession();
    request.changeSessionId(); // a session that somebody planted is worth nothing afterwards
    switch (passwords.tryIn(request, user.strip(), password)) {
      case ACCEPTED -> {
        SignInSession.begin(request);
        Outcome.redirect(
            intended.take(
                (HttpServletResponse)
                    FacesContext.getCurrentInstance().getExternalContext().getResponse()));
      }
      case REFUSED -> Outcome.redirect("/sign-in?failed=refused");
      case UNANSWERED -> Outcome.redirect("/sign-in?failed=unanswered");
    }
  }
}
