package farol.web.kit;

import java.util.Arrays;
import java.util.Locale;

/** How pages are coloured. */
enum Theme {
  /** As the operating system is. */
  SYSTEM,
  LIGHT,
  DARK;

  /** The word in the cookie and in the style sheet. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a cookie; {@link #SYSTEM} for anything unknown. */
  static Theme of(String key) {
    return Arrays.stream(values())
        .filter(theme -> theme.key().equals(key))
        .findFirst()
        .orElse(SYSTEM);
  }
}
