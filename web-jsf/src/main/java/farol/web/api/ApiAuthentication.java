package farol.web.api;

import farol.problem.Problem;
import farol.web.account.PasswordSignIn;
import farol.web.kit.SecurityHeaders;
import jakarta.inject.Inject;
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

  @Inject PasswordSignIn passwords;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
    SecurityHeaders.addTo(request, response);
    chain.doFilter(request, response);
  }

  private boolean signIn(HttpServletRequest request, BasicCredentials credentials)
      throws ServletException {
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    return passwords.accepts(request, credentials.user(), credentials.password());
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
