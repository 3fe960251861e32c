package farol.web.kit;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows the dashboard at {@code /}. Not as a welcome file: the server fails on some queries of
 * these, like {@code ?days=%25%3E}, and requests after such a one were taken for nobody's.
 */
@WebServlet("")
public class StartPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/index.xhtml").forward(request, response);
  }
}
