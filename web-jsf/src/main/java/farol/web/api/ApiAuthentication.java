package farol.web.api;

import farol.problem.Problem;
import farol.web.account.PasswordSignIn;
import farol.web.kit.SecurityHeaders;
import farol.web.tools.SignedOutUse;
import farol.web.tools.Tool;
import farol.web.tools.TurnedAwayException;
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
 * Lets scripts in by HTTP Basic against the user registry; without credentials only to the tools,
 * while those are open, and so many times a minute. The portal's session does not count here, so a
 * page in a signed-in browser can't be made to call the API.
 */
@WebFilter("/api/*")
public class ApiAuthentication implements Filter {
  private static final Jsonb JSON = JsonbBuilder.create();
  private static final String ROOT = "/api/v1";

  @Inject PasswordSignIn passwords;
  @Inject SignedOutUse signedOut;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Tool> open = openTool(request);
    if (request.getHeader("Authorization") == null && open.isPresent()) {
      serveSignedOut(open.get(), request, response, chain);
      return;
    }
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

  /** What may be called without credentials: the tools, by POST. */
  private Optional<Tool> openTool(HttpServletRequest request) {
    boolean mayBe =
        signedOut.isAllowed()
            && request.getMethod().equals("POST")
            && ROOT.equals(request.getServletPath());
    return mayBe ? Tool.calledBy(String.valueOf(request.getPathInfo())) : Optional.empty();
  }

  private void serveSignedOut(
      Tool tool, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      signedOut.begin(tool, request);
    } catch (TurnedAwayException refused) {
      response.setHeader("Retry-After", String.valueOf(refused.seconds()));
      response.setHeader("Connection", "close"); // its body is not read
      write(
          response,
          Problem.of(
              429, "Too Many Requests", "TOO_MANY_REQUESTS", "too many uses in too short a time"));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      signedOut.end(tool);
    }
  }

  private boolean signIn(HttpServletRequest request, BasicCredentials credentials)
      throws ServletException {
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    return passwords.accepts(request, credentials.user(), credentials.password());
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Farol\", charset=\"UTF-8\"");
    write(response, Problem.of(401, "Unauthorized", "UNAUTHENTICATED", "sign in with HTTP Basic"));
  }

  private static void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getWriter().write(JSON.toJson(problem));
  }
}
