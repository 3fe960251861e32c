package farol.web.kit;

import jakarta.servlet.DispatcherType;
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
 * Headers that browsers heed on every answer of the portal. Pages also get a content security
 * policy with a nonce, from PrimeFaces; the policy here is for all else, and a page's replaces it.
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    addTo((HttpServletRequest) request, (HttpServletResponse) response);
    chain.doFilter(request, response);
  }

  /** Also for an answer that was reset after it had them. */
  public static void addTo(HttpServletRequest request, HttpServletResponse http) {
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("X-Frame-Options", "DENY");
    http.setHeader("Referrer-Policy", "same-origin");
    http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    http.setHeader("Strict-Transport-Security", "max-age=31536000");
    if (!isResource(request)) {
      http.setHeader("Cache-Control", "no-store");
    }
  }

  private static boolean isResource(HttpServletRequest request) {
    return request.getServletPath().startsWith("/jakarta.faces.resource");
  }
}
