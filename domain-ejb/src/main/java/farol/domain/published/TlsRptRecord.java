package farol.domain.published;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A TLS-RPT record: where senders deliver their reports.
 *
 * @param rua mailto and https URIs, in the order published; at least one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-3">RFC 8460, section 3</a>
 */
public record TlsRptRecord(List<URI> rua) {
  static final String SOURCE = "RFC 8460, section 3";

  private static final Pattern SEPARATOR = Pattern.compile("[,;!]");

  /** The longest record to write, in characters: resolvers truncate, and fetch again, far less. */
  private static final int LONGEST = 4096;

  public TlsRptRecord {
    rua = List.copyOf(rua);
    if (rua.isEmpty()) {
      throw new IllegalArgumentException("a TLS-RPT record must name where reports go");
    }
    for (URI address : rua) {
      if (SEPARATOR.matcher(address.toString()).find()) {
        throw new IllegalArgumentException(
            "comma, semicolon and exclamation mark must be percent-encoded, got " + address);
      }
    }
  }

  /**
   * Reads what DNS returned for {@code _smtp._tls.<domain>}, as senders do: of several records,
   * those that do not begin with {@code v=TLSRPTv1;} are discarded, and unless exactly one is left
   * there is no TLS-RPT. One record alone is not discarded but judged, so that a typing error is
   * explained.
   *
   * @param published each TXT record as one string, its strings joined without spaces; none if the
   *     name or the records do not exist
   */
  public static RecordReading<TlsRptRecord> read(List<String> published) {
    return TlsRptSyntax.FORM.read(published, TlsRptSyntax::new);
  }

  /**
   * Makes a record to publish.
   *
   * @param addresses as people write them: mail addresses, mailto: or https: addresses; what has to
   *     be percent-encoded is, and names become A-labels. Each is taken once
   * @return the record, or a finding for each address that cannot be one
   */
  public static RecordReading<TlsRptRecord> compose(List<String> addresses) {
    Set<URI> rua = new LinkedHashSet<>();
    List<Finding> errors = new ArrayList<>();
    for (String address : addresses) {
      try {
        rua.add(WrittenAddress.parse(address));
      } catch (InvalidRecordException e) {
        errors.add(e.finding());
      }
    }
    if (!errors.isEmpty()) {
      return new RecordReading<>(errors, null);
    }
    String text = rua.isEmpty() ? TlsRptSyntax.FORM.version() : text(rua);
    return text.length() > LONGEST ? RecordReading.none(tooLarge(text)) : read(List.of(text));
  }

  /** The record as it is to be published, in one string. */
  public String text() {
    return text(rua);
  }

  private static String text(Iterable<URI> rua) {
    List<String> addresses = new ArrayList<>();
    rua.forEach(address -> addresses.add(address.toString()));
    return TlsRptSyntax.FORM.version() + "; rua=" + String.join(",", addresses);
  }

  private static Finding tooLarge(String text) {
    return Finding.error(
        FindingCode.INVALID_TOO_LARGE,
        "a TLS-RPT record must have at most " + LONGEST + " characters here, got " + text.length(),
        "Leave out addresses; one or two are enough.",
        "");
  }
}
