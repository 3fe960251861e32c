package farol.domain.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where DNS records live: as a {@link DomainName}, but labels may begin with an underscore ({@code
 * _smtp._tls.example.com}). Made by {@link DomainName#child}.
 *
 * @param value lower case, no trailing dot, 1 to 253 characters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8552">RFC 8552</a>
 */
public record OwnerName(String value) {
  private static final int MAXIMUM = 253;
  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*+");

  public OwnerName {
    value = value.toLowerCase(Locale.ROOT);
    if (value.length() > MAXIMUM || !LABELS.matcher(value).matches()) {
      throw new InvalidDomainNameException(
          "the owner of records must be labels of letters, digits, hyphens and underscores, 253"
              + " characters at most",
          value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
