package farol.web.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page that somebody asked for before having to sign in. The server keeps its address in a
 * cookie, which a stranger may have set: only the path and query count, and only of pages.
 */
@Dependent
class IntendedPage {
  private static final String SERVERS_COOKIE = "WASReqURL";
  private static final Pattern PAGE =
      Pattern.compile("/(?:|(?:tools/)?[a-z][a-z-]*)(?:\\?[A-Za-z0-9=&.%_+-]*)?");

  @Inject HttpServletRequest request;

  /**
   * A path of Farol's own, with its query; {@code /} where nothing was asked for. It leads there
   * once: the cookie is taken back.
   */
  String take(HttpServletResponse response) {
    Optional<String> address = cookie();
    if (address.isPresent()) {
      Cookie expired = new Cookie(SERVERS_COOKIE, "");
      expired.setPath("/");
      expired.setSecure(true);
      expired.setHttpOnly(true);
      expired.setMaxAge(0);
      response.addCookie(expired);
    }
    return address.map(IntendedPage::pathOf).orElse("/");
  }

  private Optional<String> cookie() {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(SERVERS_COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  static String pathOf(String address) {
    try {
      URI uri = URI.create(address);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String page = uri.getRawPath() + query;
      return PAGE.matcher(page).matches() && !page.startsWith("/sign-in") ? page : "/";
    } catch (IllegalArgumentException notAnAddress) {
      return "/";
    }
  }
}
