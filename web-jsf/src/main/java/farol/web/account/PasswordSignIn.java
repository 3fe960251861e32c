package farol.web.account;

import farol.domain.user.UserName;
import farol.domain.user.UserService;
import farol.web.kit.Senders;
import jakarta.ejb.EJBException;
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
  @Inject UserService users;
  @Inject Clock clock;

  /** What became of it. */
  public enum Answer {
    ACCEPTED,
    /** Why is nobody's business. */
    REFUSED,
    /** Nobody can tell now whether the password is right. */
    UNANSWERED
  }

  /** Tries to sign the request in. */
  public Answer tryIn(HttpServletRequest request, String user, String password) {
    String address = senders.of(request).toString();
    if (user.equals(UserName.SCHEDULER) || !attempts.mayTry(user, address, clock.instant())) {
      return Answer.REFUSED;
    }
    try {
      request.login(user, password);
      attempts.succeeded(user);
      return Answer.ACCEPTED;
    } catch (ServletException refused) {
      if (!isAnswered(user)) {
        return Answer.UNANSWERED;
      }
      attempts.failed(user, address, clock.instant());
      return Answer.REFUSED;
    }
  }

  /** The server does not say why it refused somebody; without its database it knows few. */
  private boolean isAnswered(String user) {
    try {
      if (!UserName.isBuiltIn(user)) {
        var unused = users.find(user);
      }
      return true;
    } catch (EJBException databaseAway) {
      return false;
    }
  }
}
