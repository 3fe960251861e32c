package farol.web.account;

import farol.web.kit.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/**
 * Signs a request in against the server's user registry, for the form and the API alike: who
 * guesses is slowed down in both.
 */
@ApplicationScoped
public class PasswordSignIn {
  @Inject SignInAttempts attempts;
  @Inject Senders senders;
  @Inject Clock clock;

  /** Whether the request is signed in now; why it is not is nobody's business. */
  public boolean accepts(HttpServletRequest request, String user, String password) {
    String address = senders.of(request).toString();
    if (!attempts.mayTry(user, address, clock.instant())) {
      return false;
    }
    try {
      request.login(user, password);
      attempts.succeeded(user);
      return true;
    } catch (ServletException refused) {
      attempts.failed(user, address, clock.instant());
      return false;
    }
  }
}
