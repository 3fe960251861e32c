package farol.web.kit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language, theme and time zone of this browser, remembered in three cookies. Without them, the
 * browser's own wishes count for language and theme, and times are told in UTC.
 */
@Named
@RequestScoped
public class Preferences {
  /** Brazilian Portuguese, for whatever Portuguese a browser asks for. */
  public static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private static final String LANGUAGE_COOKIE = "FarolLanguage";
  private static final String QUERY = "page-query";
  private static final String THEME_COOKIE = "FarolTheme";
  private static final String ZONE_COOKIE = "FarolZone";

  @Inject HttpServletRequest request;
  @Inject Cookies cookies;

  private Texts texts = new Texts(Locale.ENGLISH);
  private Theme theme = Theme.SYSTEM;

  @PostConstruct
  void read() {
    texts =
        new Texts(
            languageOf(cookie(LANGUAGE_COOKIE).orElse(request.getLocale().toLanguageTag())),
            cookie(ZONE_COOKIE).map(TimeZones::of).orElse(TimeZones.UTC));
    theme = cookie(THEME_COOKIE).map(Theme::of).orElse(Theme.SYSTEM);
  }

  /** In this language, with times of this zone. */
  public Texts getTexts() {
    return texts;
  }

  public Locale getLocale() {
    return texts.locale();
  }

  public String getLanguageTag() {
    return getLocale().toLanguageTag();
  }

  public String getTheme() {
    return theme.key();
  }

  public boolean isEnglish() {
    return !isPortuguese();
  }

  public boolean isPortuguese() {
    return getLocale().equals(PORTUGUESE);
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

  /** Has all pages tell times in one of the {@link TimeZones}. */
  public @Nullable String tellTimesIn(ZoneId zone) {
    return remember(ZONE_COOKIE, zone.getId());
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
