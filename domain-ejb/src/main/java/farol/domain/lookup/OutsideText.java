package farol.domain.lookup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Bytes of others as text that is safe to keep, compare and (escaped) show: what is not UTF-8,
 * control characters other than TAB, and invisible or direction-changing ones become U+FFFD.
 */
public final class OutsideText {
  private static final char REPLACEMENT = '\ufffd';

  private OutsideText() {}

  /** The whole as text. */
  public static String of(byte[] bytes) {
    return of(bytes, bytes.length);
  }

  /** As {@link #of(byte[])}, of the first so many bytes. */
  public static String of(byte[] bytes, int length) {
    return safe(new String(bytes, 0, length, StandardCharsets.UTF_8));
  }

  /**
   * As {@link #of(byte[])}, line for line: an LF ends one, and a CR before it stays as it is.
   *
   * @return what a reader of lines makes the same of as of the bytes
   */
  public static String linesOf(byte[] bytes) {
    return safeLines(new String(bytes, StandardCharsets.UTF_8));
  }

  /** As {@link #linesOf(byte[])}, of what is text already. */
  public static String safeLines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(
            line ->
                line.endsWith("\r")
                    ? safe(line.substring(0, line.length() - 1)) + "\r"
                    : safe(line))
        .collect(Collectors.joining("\n"));
  }

  /** As {@link #of(byte[])}, of what is text already. */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> safe.appendCodePoint(isSafe(character) ? character : REPLACEMENT));
    return safe.toString();
  }

  private static boolean isSafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
