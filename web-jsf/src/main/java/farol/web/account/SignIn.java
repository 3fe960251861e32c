package farol.web.account;

import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The sign-in form, against the server's user registry. Whatever the reason of a refusal, there is
 * one message, so that nobody learns which users exist.
 */
@Named
@RequestScoped
public class SignIn {
  @Inject HttpServletRequest request;
  @Inject PasswordSignIn passwords;
  @Inject IntendedPage intended;
  @Inject Texts texts;

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
    request.getSession();
    request.changeSessionId(); // a session that somebody planted is worth nothing afterwards
    return passwords.accepts(request, user.strip(), password);
  }
}
