package farol.web.kit;

import jakarta.servlet.http.HttpServletRequest;

/** What is called by scripts, and answered by no page. */
public final class ApiPath {
  private ApiPath() {}

  public static boolean isOf(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }
}
