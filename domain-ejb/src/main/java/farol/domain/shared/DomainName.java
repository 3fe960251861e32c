package farol.domain.shared;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a domain or host: lower case, A-labels, no trailing dot, at least two labels.
 *
 * <p>Whatever way a person or a report writes a name, equal names are equal values: {@code
 * Bücher.Example.} and {@code xn--bcher-kva.example} are one. Names that merely look alike are not:
 * show {@link #unicode()} and the A-labels side by side where it matters.
 *
 * @param value 3 to 253 characters; the constructor accepts any spelling and keeps this one
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS #46, nontransitional processing</a>
 */
public record DomainName(String value) implements Comparable<DomainName> {
  private static final int MAXIMUM = 253;

  // java.net.IDN implements IDNA 2003, which turns ß into ss: another domain, with another owner.
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  /** Throws {@link InvalidDomainNameException} for what is not a name. */
  public DomainName {
    value = normalise(value);
  }

  /**
   * Reads a name as people write it: Unicode or A-labels, any case, one trailing dot allowed.
   *
   * @throws InvalidDomainNameException for anything else, surrounding blanks and IP addresses
   *     included
   */
  public static DomainName parse(String text) {
    return new DomainName(text);
  }

  /**
   * Reads a name where a protocol wants A-labels, as in a report (RFC 8460, section 4.4).
   *
   * @throws InvalidDomainNameException as {@link #parse} does, and for characters outside ASCII
   */
  public static DomainName ofAscii(String text) {
    if (!text.chars().allMatch(character -> character < 0x80)) {
      throw new InvalidDomainNameException("a domain name must be in ASCII here", text);
    }
    return new DomainName(text);
  }

  /** The name in U-labels, for people. Treat it as outside text: it may look like another name. */
  public String unicode() {
    return UTS46.nameToUnicode(value, new StringBuilder(), new IDNA.Info()).toString();
  }

  /**
   * The name of records below this domain, such as {@code _smtp._tls}.
   *
   * @throws InvalidDomainNameException if the whole is longer than 253 characters
   */
  public OwnerName child(String labels) {
    return new OwnerName(labels + "." + value);
  }

  /** This very name, as the owner of records. */
  public OwnerName owner() {
    return new OwnerName(value);
  }

  @Override
  public int compareTo(DomainName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String normalise(String text) {
    if (text.isEmpty() || text.length() > 4 * MAXIMUM) {
      throw new InvalidDomainNameException(
          "a domain name must have 1 to 253 characters", text.length() + ": " + text);
    }
    IDNA.Info info = new IDNA.Info();
    String name = UTS46.nameToASCII(text, new StringBuilder(), info).toString();
    checkLabels(info, text);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    checkName(name.toLowerCase(Locale.ROOT), text);
    return name.toLowerCase(Locale.ROOT);
  }

  private static void checkLabels(IDNA.Info info, String text) {
    Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
    errors.addAll(info.getErrors());
    // Names such as r3---sn.example.com exist; hyphens there mean something in "xn--" only.
    errors.remove(IDNA.Error.HYPHEN_3_4);
    if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
      throw new InvalidDomainNameException("a domain name must not have an empty label", text);
    }
    if (errors.contains(IDNA.Error.LABEL_TOO_LONG)) {
      throw new InvalidDomainNameException(
          "a label of a domain name must have at most 63 characters", text);
    }
    if (errors.contains(IDNA.Error.LEADING_HYPHEN) || errors.contains(IDNA.Error.TRAILING_HYPHEN)) {
      throw new InvalidDomainNameException(
          "a label of a domain name must not begin or end with a hyphen", text);
    }
    errors.remove(IDNA.Error.DOMAIN_NAME_TOO_LONG); // measured below, without the trailing dot
    if (!errors.isEmpty()) {
      throw new InvalidDomainNameException(
          "a domain name must consist of letters, digits and hyphens that IDNA allows", text);
    }
  }

  private static void checkName(String name, String text) {
    if (name.length() > MAXIMUM) {
      throw new InvalidDomainNameException(
          "a domain name must have 1 to 253 characters", name.length() + ": " + text);
    }
    int lastDot = name.lastIndexOf('.');
    if (lastDot < 0) {
      throw new InvalidDomainNameException("a domain name must have at least two labels", text);
    }
    char first = name.charAt(lastDot + 1);
    if (first < 'a' || first > 'z') {
      throw new InvalidDomainNameException(
          "the last label of a domain name must begin with a letter", text);
    }
  }
}
