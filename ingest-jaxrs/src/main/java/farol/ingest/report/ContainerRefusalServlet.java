package farol.ingest.report;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers what is for no collector, and for the container what it refuses by itself; repeats
 * nothing of the request, in logs neither, for any path may be a collector's that was mistyped. A
 * path that the container can't decode is one that no collector has.
 */
@WebServlet({"/", "/refused-by-the-container"})
public class ContainerRefusalServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (request.getDispatcherType() != DispatcherType.ERROR || status == null || status == 400) {
      Replies.unknownToken().writeTo(response);
    } else {
      response.setStatus(status);
    }
  }
}
