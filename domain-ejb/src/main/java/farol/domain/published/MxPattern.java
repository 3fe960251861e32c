package farol.domain.published;

import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hosts are meant: a name in A-labels, or {@code *.} and a name, which stands for exactly one
 * more label at the left. So {@code *.example.com} is {@code mx.example.com}, but neither {@code
 * example.com} nor {@code a.mx.example.com}. Policies of MTA-STS and certificates write it so.
 *
 * @param value lower case, no trailing dot; neither an IP address nor a name in Unicode
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-4.1">RFC 8461, section 4.1</a>
 */
public record MxPattern(String value) {
  private static final int LONGEST_NAME = 253;
  private static final String WILDCARD = "*.";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** The Domain of RFC 5321, section 4.1.2; as in a DomainName, a letter begins its last label. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\*\\.)?(?:" + LABEL + "\\.)*+(?![0-9])" + LABEL, Pattern.CASE_INSENSITIVE);

  public MxPattern {
    if (!isPattern(value)) {
      throw new IllegalArgumentException(
          "a pattern must be a name in A-labels, or *. and one, got " + Excerpt.of(value));
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Reads a pattern in any case; empty where the text is something else. */
  public static Optional<MxPattern> read(String text) {
    return isPattern(text) ? Optional.of(new MxPattern(text)) : Optional.empty();
  }

  /** Just this host. */
  public static MxPattern of(DomainName host) {
    return new MxPattern(host.value());
  }

  /** Whether this host is one of them. */
  public boolean matches(DomainName host) {
    String name = host.value();
    return isWildcard()
        ? name.substring(name.indexOf('.')).equals(value.substring(1))
        : name.equals(value);
  }

  /** Whether it stands for more than one host. */
  public boolean isWildcard() {
    return value.startsWith(WILDCARD);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isPattern(String text) {
    int name = text.length() - (text.startsWith(WILDCARD) ? WILDCARD.length() : 0);
    return name <= LONGEST_NAME && FORM.matcher(text).matches();
  }
}
