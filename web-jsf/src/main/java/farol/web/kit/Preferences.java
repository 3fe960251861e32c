package farol.web.kit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language and theme of this browser, remembered in two cookies. Without them, the browser's
 * own wishes count.
 */
@Named
@RequestScoped
public class Preferences {
  /** Brazilian Portuguese, for whatever Portuguese a browser asks for. */
  public static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private static final String LANGUAGE_COOKIE = "FarolLanguage";
  private static final String QUERY = "page-query";
  private static final String THEME_COOKIE = "FarolTheme";

  @Inject HttpServletRequest request;
  @Inject Cookies cookies;

  private Locale locale = Locale.ENGLISH;
  private Theme theme = Theme.SYSTEM;

  @PostConstruct
  void read() {
    locale = languageOf(cookie(LANGUAGE_COOKIE).orElse(request.getLocale().toLanguageTag()));
    theme = cookie(THEME_COOKIE).map(Theme::of).orElse(Theme.SYSTEM);
  }

  public Locale getLocale() {
    return locale;
  }

  public String getLanguageTag() {
    return locale.toLanguageTag();
  }

  public String getTheme() {
    return theme.key();
  }

  public boolean isEnglish() {
    return !isPortuguese();
  }

  public boolean isPortuguese() {
    return locale.equals(PORTUGUESE);
  }

  public boolean isSystem() {
    return theme == Theme.SYSTEM;
  }

  public boolean isLight() {
    return theme == Theme.LIGHT;
  }

  public boolean isDark() {
    return theme == Theme.DARK;
  }

  public @Nullable String speakEnglish() {
    return remember(LANGUAGE_COOKIE, Locale.ENGLISH.toLanguageTag());
  }

  public @Nullable String speakPortuguese() {
    return remember(LANGUAGE_COOKIE, PORTUGUESE.toLanguageTag());
  }

  public @Nullable String dressAsSystem() {
    return remember(THEME_COOKIE, Theme.SYSTEM.key());
  }

  public @Nullable String dressLight() {
    return remember(THEME_COOKIE, Theme.LIGHT.key());
  }

  public @Nullable String dressDark() {
    return remember(THEME_COOKIE, Theme.DARK.key());
  }

  private @Nullable String remember(String name, String value) {
    cookies.remember(name, value);
    if (!FacesContext.getCurrentInstance().getViewRoot().isTransient()) {
      return Outcome.samePage();
    }
    Outcome.reload(getQuery());
    return null;
  }

  /** The query of the page's address, for pages that keep no state; empty if it has none. */
  public String getQuery() {
    String query =
        Optional.ofNullable(request.getParameter(QUERY)).orElse(request.getQueryString());
    return query == null ? "" : query;
  }

  private Optional<String> cookie(String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static Locale languageOf(String tag) {
    return Locale.forLanguageTag(tag).getLanguage().equals("pt") ? PORTUGUESE : Locale.ENGLISH;
  }
}
