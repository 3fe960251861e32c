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
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody asked for before having to sign in. The server keeps its address in a
 * cookie, which a stranger may have set: only the path and query count, and only of pages.
 */
@Dependent
class IntendedPage {
  private static final String SERVERS_COOKIE = "WASReqURL";
  private static final Pattern PAGE =
      Pattern.compile("/(?:|(?:tools/)?[a-z][a-z-]*)(?:\\?[A-Za-z0-9=&.%_+*~-]*)?");

  @Inject HttpServletRequest request;

  /**
   * A path of Farol's own, with its query; {@code /} where nothing was asked for. It leads there
   * once: the cookie is taken back.
   */
  String take(HttpServletResponse response) {
    Optional<String> address = cookie();
    if (address.isPresent()) {
      Cookie expired = cookie("");
      expired.setMaxAge(0);
      response.addCookie(expired);
    }
    return address.map(IntendedPage::pathOf).orElse("/");
  }

  /**
   * Keeps the parameters of a page whose form was sent: the address of a form lacks them.
   *
   * @param referrer the page that the browser comes from; null where it does not tell
   */
  void complete(@Nullable String referrer, HttpServletResponse response) {
    String asked = cookie().map(IntendedPage::pathOf).orElse("/");
    String page = withParameters(asked, referrer);
    if (!page.equals(asked)) {
      response.addCookie(cookie(page));
    }
  }

  private static Cookie cookie(String value) {
    Cookie cookie = new Cookie(SERVERS_COOKIE, value);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    return cookie;
  }

  private Optional<String> cookie() {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(SERVERS_COOKIE))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** The page that was left, where it is the one that was asked for, with parameters. */
  static String withParameters(String asked, @Nullable String referrer) {
    String left = referrer == null ? "/" : pathOf(referrer);
    return left.startsWith(asked + "?") ? left : asked;
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
