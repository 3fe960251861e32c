package farol.web.account;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.user.UserRefusedException;
import farol.domain.user.UserService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where people come whom a provider vouches for: the server sends there whoever asks for this, and
 * knows them for this one request. They are signed in as the users of Farol that they are from then
 * on, so that a sign-in is the same on all nodes and ends when an operator disables somebody.
 */
@WebServlet("/sign-in/elsewhere")
public class ElsewhereServlet extends HttpServlet {
  private static final System.Logger LOGGER = System.getLogger(ElsewhereServlet.class.getName());
  private static final long serialVersionUID = 1L;

  @Inject transient UserService users;
  @Inject transient IntendedPage intended;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!VouchedFor.isCaller()) {
      response.sendRedirect(request.getContextPath() + "/"); // signed in already, otherwise
      return;
    }
    String name = request.getUserPrincipal().getName();
    try {
      String password =
          users.welcome(name, request.isUserInRole("operator"), request.isUserInRole("auditor"));
      request.logout();
      request.login(name, password);
      response.sendRedirect(request.getContextPath() + intended.take(response));
    } catch (UserRefusedException refused) {
      LOGGER.log(INFO, () -> "a provider's user may not sign in: " + refused.getMessage());
      request.logout();
      response.sendRedirect(request.getContextPath() + "/sign-in?elsewhere=refused");
    }
  }
}
