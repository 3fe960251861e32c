package farol.browser;

import java.util.stream.Stream;

/**
 * How somebody looks at pages.
 *
 * @param theme {@code light} or {@code dark}
 * @param width of the page in CSS pixels: a desk's or a telephone's
 */
record Look(Language language, String theme, int width) {
  static final int DESK = 1440;
  static final int TELEPHONE = 390;

  static Stream<Look> all() {
    return Stream.of(Language.values())
        .flatMap(language -> Stream.of("light", "dark").map(theme -> new Look(language, theme, 0)))
        .flatMap(
            look ->
                Stream.of(DESK, TELEPHONE)
                    .map(width -> new Look(look.language, look.theme, width)));
  }

  /** Each language with each theme, at both widths in turn. */
  static Stream<Look> inTurn() {
    return Stream.of(
        new Look(Language.ENGLISH, "light", DESK),
        new Look(Language.ENGLISH, "dark", TELEPHONE),
        new Look(Language.PORTUGUESE, "light", TELEPHONE),
        new Look(Language.PORTUGUESE, "dark", DESK));
  }
}
