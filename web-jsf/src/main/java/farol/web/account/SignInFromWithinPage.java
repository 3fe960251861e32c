package farol.web.account;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Brings somebody whose sign-in has ended to the sign-in page when a script of a page asked for
 * something: the script follows the server's redirect unseen and could do nothing with a whole
 * page.
 */
@WebFilter("/sign-in")
public class SignInFromWithinPage implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!"partial/ajax".equals(http.getHeader("Faces-Request"))) {
      chain.doFilter(request, response);
      return;
    }
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + http.getContextPath()
                + "/sign-in\"/></partial-response>");
  }
}
