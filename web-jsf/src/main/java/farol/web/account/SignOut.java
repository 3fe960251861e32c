package farol.web.account;

import farol.web.kit.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Ends the session and the sign-in token. Reached by a form only, so by POST. */
@Named
@RequestScoped
public class SignOut {
  @Inject HttpServletRequest request;

  public void go() throws ServletException {
    request.logout(); // takes the LTPA token back
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    Outcome.redirect("/sign-in");
  }
}
