package farol.domain.shared;

/** Text from outside, made short enough to be quoted in a message or a log line. */
public final class Excerpt {
  private static final int MAXIMUM = 100;

  private Excerpt() {}

  /**
   * The first 100 characters of {@code text}, with an ellipsis when that is not all. Never splits a
   * surrogate pair. The text still needs escaping wherever it is shown.
   */
  public static String of(String text) {
    if (text.codePointCount(0, text.length()) <= MAXIMUM) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MAXIMUM)) + "…";
  }
}
