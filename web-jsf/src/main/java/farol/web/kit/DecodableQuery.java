package farol.web.kit;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a query that cannot be decoded, like {@code ?name=%zz}: whoever reads a parameter of it
 * would fail. The API has an answer of its own for it.
 */
@WebFilter("/*")
public class DecodableQuery implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (ApiPath.isOf(http) || is(http.getQueryString())) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_BAD_REQUEST);
      request
          .getRequestDispatcher("/errors/not-found.xhtml")
          .forward(new WithoutQuery(http), response);
    }
  }

  /**
   * Whether a query can be decoded.
   *
   * @param query as it was sent; null if there is none
   */
  public static boolean is(@Nullable String query) {
    if (query == null) {
      return true;
    }
    try {
      URLDecoder.decode(query, StandardCharsets.UTF_8);
      return true;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }

  /** For the page that tells: it, too, would fail on the query. */
  private static final class WithoutQuery extends HttpServletRequestWrapper {
    WithoutQuery(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
