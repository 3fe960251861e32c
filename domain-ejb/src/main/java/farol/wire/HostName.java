package farol.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in the DNS as reports carry them. */
final class HostName {
  private static final int LONGEST_NAME = 253;

  /** Underscores are no letters of a host name, but names that have them exist. */
  private static final Pattern A_LABELS =
      Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\\.(?!-)[a-z0-9_-]{1,63}(?<!-))*");

  private HostName() {}

  /** The name in lower case, without the dot that stands for the root. */
  static String normal(String name) {
    String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
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
    if (normal.length() > LONGEST_NAME || !A_LABELS.matcher(normal).matches()) {
      throw new RefusedException(
          RefusalCode.BAD_DOMAIN,
          "policy-domain must be a domain name in A-labels, got " + TextRules.quote(name));
    }
    return normal;
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
