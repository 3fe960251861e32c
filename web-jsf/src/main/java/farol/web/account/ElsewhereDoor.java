package farol.web.account;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps a provider's word to the one address that it is meant for. The server has it for every
 * request in whose address that one occurs, and the names of a provider are not those of Farol's
 * users: {@code admin} may be anybody there.
 */
@WebFilter("/*")
public class ElsewhereDoor implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (http.getServletPath().equals(ElsewhereServlet.PATH) || !VouchedFor.isCaller()) {
      chain.doFilter(request, response);
      return;
    }
    http.logout();
    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
