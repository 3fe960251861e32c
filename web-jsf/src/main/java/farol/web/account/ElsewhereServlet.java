package farol.web.account;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.user.UserRefusedException;
import farol.domain.user.UserService;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Where people come whom a provider vouches for: the server sends there whoever asks for this, and
 * knows them for this one request. They are signed in as the users of Farol that they are from then
 * on, so that a sign-in is the same on all nodes and ends when an operator disables somebody.
 */
@WebServlet("/sign-in/elsewhere")
public class ElsewhereServlet extends HttpServlet {
  /** Its own, as the mapping has it. */
  static final String PATH = "/sign-in/elsewhere";

  private static final System.Logger LOGGER = System.getLogger(ElsewhereServlet.class.getName());
  private static final long serialVersionUID = 1L;

  @Inject transient UserService users;
  @Inject transient IntendedPage intended;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<String> subject = VouchedFor.subject();
    if (subject.isEmpty()) {
      response.sendRedirect(request.getContextPath() + "/"); // signed in already, otherwise
      return;
    }
    try {
      signIn(request, subject.get());
      response.sendRedirect(request.getContextPath() + intended.take(response));
    } catch (UserRefusedException refused) {
      LOGGER.log(INFO, () -> "a provider's user may not sign in: " + refused.getMessage());
      sendBack(request, response, "refused");
    } catch (ServletException | EJBException inBetween) {
      // Another sign-in of the same person took its password's place, or the database is away.
      LOGGER.log(INFO, "a provider's user could not be signed in", inBetween);
      sendBack(request, response, "again");
    }
  }

  private void signIn(HttpServletRequest request, String subject) throws ServletException {
    String name = request.getUserPrincipal().getName();
    String password =
        users.welcome(
            name, subject, request.isUserInRole("operator"), request.isUserInRole("auditor"));
    SignInSession.replace(request, name, password);
  }

  private static void sendBack(HttpServletRequest request, HttpServletResponse response, String why)
      throws ServletException, IOException {
    request.logout();
    response.sendRedirect(request.getContextPath() + "/sign-in?elsewhere=" + why);
  }
}
