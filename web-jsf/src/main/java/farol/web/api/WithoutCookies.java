package farol.web.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps the sign-in cookie of the server from a client that signs in with every request. */
final class WithoutCookies extends HttpServletResponseWrapper {
  WithoutCookies(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addCookie(Cookie cookie) {
    // The client has its credentials; a cookie would only be one more thing to steal.
  }
}
