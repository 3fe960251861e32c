package farol.web.domains;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names that somebody has typed or pasted: one a line, or with commas, semicolons or blanks between
 * them.
 *
 * @param first as many as are taken at once
 * @param rest those after them
 */
record NameList(List<String> first, List<String> rest) {
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,;]+", Pattern.UNICODE_CHARACTER_CLASS);

  NameList {
    first = List.copyOf(first);
    rest = List.copyOf(rest);
  }

  static NameList of(String text, int most) {
    List<String> names = BETWEEN.splitAsStream(text).filter(name -> !name.isEmpty()).toList();
    int taken = Math.min(most, names.size());
    return new NameList(names.subList(0, taken), names.subList(taken, names.size()));
  }
}
