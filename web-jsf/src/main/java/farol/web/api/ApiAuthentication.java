package farol.web.api;

import farol.domain.audit.Actor;
import farol.domain.token.ApiToken;
import farol.domain.token.TokenService;
import farol.problem.Problem;
import farol.web.account.PasswordSignIn;
import farol.web.kit.SecurityHeaders;
import farol.web.kit.SignedIn;
import farol.web.tools.SignedOutUse;
import farol.web.tools.Tool;
import farol.web.tools.TurnedAwayException;
import jakarta.ejb.EJBException;
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
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts in by HTTP Basic against the user registry, or by a token of an account; without
 * credentials only to the tools, while those are open, and so many times a minute. The portal's
 * session does not count here, so a page in a signed-in browser can't be made to call the API.
 */
@WebFilter("/api/*")
public class ApiAuthentication implements Filter {
  private static final Jsonb JSON = JsonbBuilder.create();
  private static final String ROOT = "/api/v1";

  @Inject PasswordSignIn passwords;
  @Inject TokenService tokens;
  @Inject SignedIn signedIn;
  @Inject SignedOutUse signedOut;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Tool> open = openTool(request);
    if (request.getHeader("Authorization") == null) {
      if (open.isPresent()) {
        serveSignedOut(open.get(), request, response, chain);
      } else {
        refuse(response); // a page that has a browser call must not sign it out
      }
      return;
    }
    switch (signIn(request)) {
      case ACCEPTED -> serve(request, response, chain);
      case REFUSED -> refuse(response);
      case UNANSWERED -> putOff(response);
    }
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

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // The server has just set its sign-in cookie; a client that signs in with every request needs
    // none.
    response.reset();
    SecurityHeaders.addTo(request, response);
    try (Actor.Turn turn = signedIn.actor().begin()) {
      chain.doFilter(request, response);
    }
  }

  private PasswordSignIn.Answer signIn(HttpServletRequest request) throws ServletException {
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    String header = request.getHeader("Authorization");
    Optional<BasicCredentials> person = BasicCredentials.in(header);
    return person.isPresent()
        ? passwords.tryIn(request, person.get().user(), person.get().password())
        : signInScript(header);
  }

  private PasswordSignIn.Answer signInScript(@Nullable String header) {
    try {
      Optional<ApiToken> script = BearerToken.in(header).flatMap(tokens::use);
      script.ifPresent(signedIn::actBy);
      return script.isPresent() ? PasswordSignIn.Answer.ACCEPTED : PasswordSignIn.Answer.REFUSED;
    } catch (EJBException databaseAway) {
      return PasswordSignIn.Answer.UNANSWERED;
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Farol\", charset=\"UTF-8\"");
    response.addHeader("WWW-Authenticate", "Bearer realm=\"Farol\"");
    write(
        response,
        Problem.of(
            401,
            "Unauthorized",
            "UNAUTHENTICATED",
            "sign in with HTTP Basic, or send a token that is still worth something"));
  }

  private static void putOff(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "10");
    write(
        response,
        Problem.of(
            503,
            "Service Unavailable",
            "SIGN_IN_UNAVAILABLE",
            "users can't be checked now; try again"));
  }

  private static void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getWriter().write(JSON.toJson(problem));
  }
}
