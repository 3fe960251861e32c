package farol.wire;

import java.util.function.IntPredicate;

/**
 * What text of a report may contain. Characters that XML 1.0 or PostgreSQL cannot hold, and
 * bidirectional controls, which make text look like other text, become U+FFFD; so do TAB, CR and LF
 * in text of one line.
 */
public final class TextRules {
  private static final int REPLACEMENT = 0xfffd;
  private static final int QUOTED_LENGTH = 100;

  private final Warnings warnings;

  TextRules(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Text of one line, of at most {@code longest} code points. */
  String line(String name, String text, int longest) {
    return sanitise(name, truncate(name, text, longest), TextRules::isAllowedInLine);
  }

  /** Text of any number of lines, of at most {@code longest} code points. */
  String lines(String name, String text, int longest) {
    return sanitise(name, truncate(name, text, longest), TextRules::isAllowedInLines);
  }

  /** Whether text can be kept as it is and seen for what it is. */
  static boolean isPlain(String text) {
    return allMatch(text, TextRules::isPlain);
  }

  /** Outside text for a message to people: short, and without anything that moves the cursor. */
  public static String quote(String text) {
    return '"' + shown(text, QUOTED_LENGTH) + '"';
  }

  /** Outside text that is only shown: cut, and without anything that moves the cursor. */
  public static String shown(String text, int longest) {
    boolean fits = text.codePointCount(0, text.length()) <= longest;
    String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, longest)) + "...";
    return replaceUnless(start, TextRules::isPlain);
  }

  private String truncate(String name, String text, int longest) {
    if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    warnings.add(
        WarningCode.TRUNCATED,
        name + " must have at most " + longest + " characters, the rest was cut");
    return text.substring(0, text.offsetByCodePoints(0, longest));
  }

  private String sanitise(String name, String text, IntPredicate allowed) {
    if (allMatch(text, allowed)) {
      return text;
    }
    warnings.add(WarningCode.SANITISED, name + " had characters that were replaced by U+FFFD");
    return replaceUnless(text, allowed);
  }

  /** Every text of every report goes through it, and nearly all are of visible ASCII. */
  private static boolean allMatch(String text, IntPredicate allowed) {
    int ascii = 0;
    while (ascii < text.length() && isVisibleAscii(text.charAt(ascii))) {
      ascii++;
    }
    return ascii == text.length() || text.codePoints().skip(ascii).allMatch(allowed);
  }

  private static boolean isVisibleAscii(char character) {
    return character >= ' ' && character <= '~';
  }

  private static String replaceUnless(String text, IntPredicate allowed) {
    return text.codePoints()
        .map(character -> allowed.test(character) ? character : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowedInLine(int character) {
    return character >= ' ' && isAllowedInLines(character);
  }

  private static boolean isAllowedInLines(int character) {
    return isStorable(character) && !isBidirectionalControl(character);
  }

  private static boolean isPlain(int character) {
    return isAllowedInLine(character) && !Character.isISOControl(character);
  }

  /** The production Char of XML 1.0; surrogates that stand alone are not in it. */
  private static boolean isStorable(int character) {
    return character >= ' '
        ? character < Character.MIN_SURROGATE
            || (character > Character.MAX_SURROGATE && character < 0xfffe)
            || character > 0xffff
        : character == '\t' || character == '\n' || character == '\r';
  }

  /** The property Bidi_Control of Unicode. */
  private static boolean isBidirectionalControl(int character) {
    return character == 0x061c
        || character == 0x200e
        || character == 0x200f
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
