package farol.web.account;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Closes the address at which the server itself would take passwords: {@link SignIn} is the only
 * way in, since it counts failed tries.
 */
@WebFilter("/j_security_check")
public class SingleDoor implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
