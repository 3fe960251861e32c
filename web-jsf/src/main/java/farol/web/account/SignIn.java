package farol.web.account;

import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;

/**
 * The sign-in form, against the server's user registry. Whatever the reason of a refusal, there is
 * one message, so that nobody learns which users exist.
 */
@Named
@RequestScoped
public class SignIn {
  @Inject HttpServletRequest request;
  @Inject SignInAttempts attempts;
  @Inject IntendedPage intended;
  @Inject Texts texts;
  @Inject Clock clock;

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

  public void go() {
    if (isAccepted()) {
      Outcome.redirect(
          intended.take(
              (HttpServletResponse)
                  FacesContext.getCurrentInstance().getExternalContext().getResponse()));
    } else {
      Messages.failed(texts.get("sign-in.refused"));
      Outcome.redirect("/sign-in");
    }
  }

  private boolean isAccepted() {
    String name = user.strip();
    String address = request.getRemoteAddr();
    if (!attempts.mayTry(name, address, clock.instant())) {
      return false;
    }
    try {
      request.getSession();
      request.changeSessionId(); // a session that somebody planted is worth nothing afterwards
      request.login(name, password);
      attempts.succeeded(name);
      return true;
    } catch (ServletException refused) {
      attempts.failed(name, address, clock.instant());
      return false;
    }
  }
}
