package farol.web.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Writes cookies that only Farol's own pages send back. */
@Dependent
class Cookies {
  private static final Duration YEAR = Duration.ofDays(365);

  void remember(String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Strict");
    cookie.setMaxAge((int) YEAR.toSeconds());
    ((HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse())
        .addCookie(cookie);
  }
}
