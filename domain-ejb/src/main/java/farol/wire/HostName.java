package farol.wire;

import java.util.Locale;

/** Names in the DNS as reports carry them. */
final class HostName {
  private static final int LONGEST_NAME = 253;

  private static final int LONGEST_LABEL = 63;

  private HostName() {}

  /**
   * The name in lower case, without the dot that stands for the root. Two dots at the end make no
   * name, and stay.
   */
  static String normal(String name) {
    boolean isAbsolute = name.endsWith(".") && !name.endsWith("..");
    String relative = isAbsolute ? name.substring(0, name.length() - 1) : name;
    return isAscii(relative) ? relative.toLowerCase(Locale.ROOT) : relative;
  }

  /**
   * The policy domain in its normal form. It decides whose report it is, so it is never mapped or
   * repaired: a look-alike letter or dot is refused.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1">RFC 5890, A-label</a>
   */
  static String policyDomain(String name) throws RefusedException {
    String normal = normal(name);
    if (normal.length() > LONGEST_NAME || !isOfALabels(normal)) {
      throw new RefusedException(
          RefusalCode.BAD_DOMAIN,
          "policy-domain must be a domain name in A-labels, got " + TextRules.quote(name));
    }
    return normal;
  }

  private static boolean isOfALabels(String name) {
    int end;
    for (int start = 0; start <= name.length(); start = end + 1) {
      int dot = name.indexOf('.', start);
      end = dot < 0 ? name.length() : dot;
      if (!isALabel(name, start, end)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isALabel(String name, int start, int end) {
    if (start == end
        || end - start > LONGEST_LABEL
        || name.charAt(start) == '-'
        || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isOfALabel(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Underscores are no letters of a host name, but names that have them exist. */
  private static boolean isOfALabel(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }

  /** The lower case of some letters beyond ASCII is an ASCII letter: the Kelvin sign becomes k. */
  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
