package farol.web.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * The session that somebody signed in to. The server's token says who somebody is for two hours,
 * whatever happens; it counts only within this session, so that both end by sign-out and by idling.
 */
public final class SignInSession {
  private static final String MARK = SignInSession.class.getName();

  private SignInSession() {}

  static void begin(HttpServletRequest request) {
    request.getSession().setAttribute(MARK, true);
  }

  /**
   * Signs the request in, in place of whoever it was signed in as, by a session of its own.
   *
   * @throws ServletException if the password is not that of this user, as it is known by now
   */
  public static void replace(HttpServletRequest request, String user, String password)
      throws ServletException {
    request.logout();
    request.getSession(); // before the answer begins, and for messages that a page gives along
    request.login(user, password);
    begin(request);
  }

  static boolean isUnderWay(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(MARK) != null;
  }
}
