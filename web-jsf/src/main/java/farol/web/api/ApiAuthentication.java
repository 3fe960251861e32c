package farol.web.api;

import farol.problem.Problem;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets scripts in by HTTP Basic against the user registry. The portal's session does not count
 * here, so a page in a signed-in browser can't be made to call the API.
 */
@WebFilter("/api/*")
public class ApiAuthentication implements Filter {
  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private static void filter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<BasicCredentials> credentials =
        BasicCredentials.in(request.getHeader("Authorization"));
    if (credentials.isEmpty() || !signIn(request, credentials.get())) {
      refuse(response);
      return;
    }
    // The server has just set its sign-in cookie; a client that signs in with every request needs
    // none.
    response.reset();
    chain.doFilter(request, response);
  }

  private static boolean signIn(HttpServletRequest request, BasicCredentials credentials) {
    try {
      if (request.getUserPrincipal() != null) {
        request.logout();
      }
      request.login(credentials.user(), credentials.password());
      return true;
    } catch (ServletException wrong) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Basic realm=\"Farol\", charset=\"UTF-8\"");
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getWriter()
        .write(
            JSON.toJson(
                Problem.of(401, "Unauthorized", "UNAUTHENTICATED", "sign in with HTTP Basic")));
  }
}
