package farol.domain.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address for reports as people write it, turned into what {@code rua=} can hold: a mail address
 * becomes a mailto URI (RFC 6068), a name in Unicode becomes A-labels, and what a URI cannot hold
 * is percent-encoded, as are the separators of TLS-RPT (RFC 8460, section 3).
 */
final class WrittenAddress {
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern WITH_HOST =
      Pattern.compile(
          "(?i)(mailto:[^@?]*@|https://(?:[^@/?#]*@)?)([^/?#:\\[\\]]*)(.*)", Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Punctuation of a URI other than {@code ! , ;} and the percent sign. */
  private static final String OF_A_URI = "-._~:/?#[]@$&'()*+=";

  /** Punctuation that the part before the @ need not encode. */
  private static final String OF_A_MAILBOX = "-._~$'*+";

  private WrittenAddress() {}

  static URI parse(String text) throws InvalidRecordException {
    String written = text.strip();
    int at = written.lastIndexOf('@');
    if (at >= 0 && !SCHEME.matcher(written).matches()) {
      String user = encode(written.substring(0, at), OF_A_MAILBOX);
      return TlsRptAddress.parse("mailto:" + user + "@" + ascii(written.substring(at + 1)));
    }
    Matcher parts = WITH_HOST.matcher(written);
    return TlsRptAddress.parse(
        parts.matches()
            ? uri(parts.group(1)) + ascii(parts.group(2)) + uri(parts.group(3))
            : uri(written));
  }

  /** A name in A-labels; what is no name stays as it is, to be refused as part of the address. */
  private static String ascii(String host) {
    if (host.chars().allMatch(character -> character < 0x80)) {
      return host;
    }
    try {
      return DomainName.parse(host).value();
    } catch (InvalidDomainNameException e) {
      return host;
    }
  }

  /** Part of a URI, in which what is encoded already stays so. */
  private static String uri(String part) {
    StringBuilder encoded = new StringBuilder();
    int done = 0;
    Matcher escapes = ESCAPE.matcher(part);
    while (escapes.find()) {
      encoded.append(encode(part.substring(done, escapes.start()), OF_A_URI));
      encoded.append(escapes.group());
      done = escapes.end();
    }
    return encoded.append(encode(part.substring(done), OF_A_URI)).toString();
  }

  private static String encode(String text, String punctuation) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(UTF_8)) {
      char character = (char) (octet & 0xff);
      if (isAlphanumeric(character) || punctuation.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted(octet));
      }
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(char character) {
    return (character >= '0' && character <= '9')
        || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z');
  }
}
