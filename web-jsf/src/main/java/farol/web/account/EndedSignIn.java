package farol.web.account;

import farol.web.kit.ApiPath;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Has somebody sign in anew whose token is still good and whose session is over, and leads back to
 * the same address. The API does not know sessions, and takes no token.
 */
@WebFilter("/*")
public class EndedSignIn implements Filter {
  /** As the server's configuration has it. */
  private static final String TOKEN_COOKIE = "FarolSignIn";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!hasToken(http)
        || ApiPath.isOf(http)
        || http.getUserPrincipal() == null
        || SignInSession.isUnderWay(http)) {
      chain.doFilter(request, response);
      return;
    }
    http.logout();
    String query = http.getQueryString() == null ? "" : "?" + http.getQueryString();
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
    answer.setHeader("Location", http.getRequestURI() + query);
  }

  private static boolean hasToken(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .map(Cookie::getName)
        .anyMatch(TOKEN_COOKIE::equals);
  }
}
