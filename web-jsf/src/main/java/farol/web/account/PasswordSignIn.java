package farol.web.account;

import farol.domain.user.UserName;
import farol.domain.user.UserService;
import farol.settings.Settings;
import farol.settings.SignInMethod;
import farol.web.account.SignInAttempts.Attempt;
import farol.web.kit.Senders;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;

/**
 * Signs a request in against the server's user registry, for the form and the API alike: who
 * guesses is slowed down in both.
 */
@ApplicationScoped
public class PasswordSignIn {
  @Inject SignInAttempts attempts;
  @Inject Senders senders;
  @Inject UserService users;
  @Inject Settings settings;
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
    if (isNobody(user)) {
      return Answer.REFUSED;
    }
    Optional<Attempt> begun = attempts.begin(user, senders.of(request).toString(), clock.instant());
    if (begun.isEmpty()) {
      return Answer.REFUSED;
    }
    try (Attempt attempt = begun.get()) {
      Answer answer = signIn(request, user, password);
      if (answer != Answer.REFUSED) {
        attempt.takeBack();
      }
      return answer;
    }
  }

  /** Jobs sign in by themselves, and a name that a line can't hold is not asked for. */
  static boolean isNobody(String user) {
    return UserName.SCHEDULER.equalsIgnoreCase(user.strip())
        || user.codePoints().anyMatch(Character::isISOControl);
  }

  private Answer signIn(HttpServletRequest request, String user, String password) {
    try {
      request.login(user, password);
      Answer answer = judge(request.getUserPrincipal().getName());
      if (answer != Answer.ACCEPTED) {
        request.logout();
      }
      return answer;
    } catch (ServletException refused) {
      return isAnswered(user) ? Answer.REFUSED : Answer.UNANSWERED;
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

  /** A directory lets nobody in who is called as a user of Farol, be that one disabled. */
  private Answer judge(String name) {
    if (SignInMethod.of(settings) != SignInMethod.LDAP) {
      return Answer.ACCEPTED;
    }
    try {
      boolean taken = UserName.isBuiltIn(name) || users.isTaken(name);
      return taken && !isFarols(name) ? Answer.REFUSED : Answer.ACCEPTED;
    } catch (EJBException databaseAway) {
      return Answer.UNANSWERED;
    }
  }

  private static boolean isFarols(String name) {
    return CallerIdentity.now().filter(caller -> caller.isFarols(name)).isPresent();
  }
}
