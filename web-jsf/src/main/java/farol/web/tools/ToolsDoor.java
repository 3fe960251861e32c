package farol.web.tools;

import jakarta.inject.Inject;
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
 * Leads to the tools' pages, which {@code web.xml} leaves open: anybody while the tools are open,
 * else only who is signed in. A form that is larger than any of these pages sends is turned away
 * unread.
 */
@WebFilter({"/tools", "/tools.xhtml", "/tools/*"})
public class ToolsDoor implements Filter {
  /** A text of a mebibyte as a form sends it: its quotes and brackets take three bytes each. */
  private static final long LARGEST_FORM = 4 << 20;

  @Inject SignedOutUse signedOut;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (isTooLarge(http)) {
      ((HttpServletResponse) response).setHeader("Connection", "close");
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (isOpenTo(http) || http.authenticate((HttpServletResponse) response)) {
      chain.doFilter(request, response);
    }
  }

  private boolean isOpenTo(HttpServletRequest request) {
    return request.getUserPrincipal() != null || signedOut.isAllowed();
  }

  /** Browsers say how long a form is. */
  private static boolean isTooLarge(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return request.getMethod().equals("POST") && (length < 0 || length > LARGEST_FORM);
  }
}
