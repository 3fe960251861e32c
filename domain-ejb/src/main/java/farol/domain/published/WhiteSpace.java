package farol.domain.published;

/** White space as the grammars of mail have it (WSP of RFC 5234): spaces and tabs only. */
final class WhiteSpace {
  private WhiteSpace() {}

  static boolean is(char character) {
    return character == ' ' || character == '\t';
  }

  /** {@code text} without white space at its ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    while (end > start && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
