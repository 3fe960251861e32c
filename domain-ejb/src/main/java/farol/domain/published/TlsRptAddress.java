package farol.domain.published;

import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import farol.domain.shared.InvalidDomainNameException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One address of {@code rua=}: a mailto or https URI in which comma, exclamation mark and semicolon
 * are percent-encoded (RFC 8460, section 3; RFC 3986). A mailto URI must name one mailbox that can
 * exist (RFC 6068).
 */
final class TlsRptAddress {
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]+");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@\\[\\]]*@)?(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~%-]+)(?::[0-9]*)?");
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[^\\x00-\\x20\\x7F\"(),.:;<>@\\[\\]\\\\]+(?:\\.[^\\x00-\\x20\\x7F\"(),.:;<>@\\[\\]\\\\]+)*+");

  private TlsRptAddress() {}

  static URI parse(String text) throws InvalidRecordException {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    switch (scheme) {
      case "https" -> checkHttps(uri, text);
      case "mailto" -> checkMailto(uri, text);
      case "http" ->
          throw invalid("reports are sent by https, never by http", text, "Use https: instead.");
      default ->
          throw invalid(
              "an address must begin with mailto: or https:",
              text,
              "Write mailto: before a mail address, https: before a web address.");
    }
    return uri;
  }

  private static URI uri(String text) throws InvalidRecordException {
    if (text.indexOf('!') >= 0) {
      throw invalid("an exclamation mark must be percent-encoded", text, "Write %21 instead of !.");
    }
    if (!VISIBLE_ASCII.matcher(text).matches()) {
      throw notAUri(text);
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw notAUri(text);
    }
  }

  private static void checkHttps(URI uri, String text) throws InvalidRecordException {
    String authority = uri.getRawAuthority();
    if (authority == null || !AUTHORITY.matcher(authority).matches()) {
      throw invalid(
          "an https: address must name a host", text, "Write https://, the host and the path.");
    }
    // java.net.URI lets square brackets through there; RFC 3986 has them in hosts only.
    int afterAuthority = text.indexOf(authority) + authority.length();
    if (text.indexOf('[', afterAuthority) >= 0 || text.indexOf(']', afterAuthority) >= 0) {
      throw notAUri(text);
    }
  }

  private static void checkMailto(URI uri, String text) throws InvalidRecordException {
    String mailbox = mailbox(uri);
    int at = mailbox.lastIndexOf('@');
    if (at < 0
        || !LOCAL_PART.matcher(mailbox.substring(0, at)).matches()
        || !isDomainName(mailbox.substring(at + 1))) {
      throw invalid(
          "a mailto: address must name one mailbox",
          text,
          "Write mailto:user@domain; several addresses are separated by commas.");
    }
  }

  /** What stands before the header fields, decoded; empty if nothing does. */
  private static String mailbox(URI uri) {
    String encoded = uri.getRawSchemeSpecificPart().split("\\?", 2)[0];
    return encoded.isEmpty() || !uri.isOpaque()
        ? ""
        : URI.create("mailto:" + encoded).getSchemeSpecificPart();
  }

  private static boolean isDomainName(String text) {
    try {
      DomainName.parse(text);
      return true;
    } catch (InvalidDomainNameException e) {
      return false;
    }
  }

  private static InvalidRecordException notAUri(String text) {
    return invalid(
        "an address must be a URI",
        text,
        "Separate addresses by commas; inside one, percent-encode comma (%2C), semicolon (%3B) and"
            + " exclamation mark (%21), and leave out spaces.");
  }

  private static InvalidRecordException invalid(String rule, String found, String fix) {
    return new InvalidRecordException(
        FindingCode.INVALID_URI,
        rule + ", got " + (found.isEmpty() ? "nothing" : Excerpt.of(found)),
        fix,
        TlsRptRecord.SOURCE);
  }
}
