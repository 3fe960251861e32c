package farol.domain.posture;

import farol.domain.shared.Excerpt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A TLS-RPT record: where senders deliver their reports.
 *
 * @param rua mailto and https URIs, in the order published; at least one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-3">RFC 8460, section 3</a>
 */
public record TlsRptRecord(List<URI> rua) {
  static final String VERSION = "v=TLSRPTv1";

  public TlsRptRecord {
    rua = List.copyOf(rua);
    if (rua.isEmpty()) {
      throw new IllegalArgumentException("a TLS-RPT record must name where reports go");
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
  public static TlsRptReading read(List<String> published) {
    List<String> records = published.stream().filter(record -> !record.isBlank()).toList();
    if (records.size() == 1) {
      return TlsRptSyntax.read(records.get(0));
    }
    List<String> kept =
        records.stream().filter(record -> record.startsWith(VERSION + ";")).toList();
    if (kept.size() > 1) {
      return new TlsRptReading(List.of(multiple(kept.size())), null);
    }
    if (kept.isEmpty()) {
      return new TlsRptReading(List.of(none(records)), null);
    }
    return withOthers(TlsRptSyntax.read(kept.get(0)), records.size() - 1);
  }

  private static Finding multiple(int number) {
    return Finding.error(
        "INVALID_MULTIPLE",
        number + " TLS-RPT records are published, so senders act as if there were none",
        "Publish one record; several addresses go into one rua=, separated by commas.");
  }

  private static Finding none(List<String> others) {
    String message = "no TLS-RPT record is published, so nobody sends reports";
    if (!others.isEmpty()) {
      message += "; senders ignore what is there, such as " + Excerpt.of(others.get(0));
    }
    return Finding.error(
        "NONE", message, "Publish one TXT record that begins with " + VERSION + ";");
  }

  private static TlsRptReading withOthers(TlsRptReading reading, int others) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    findings.add(
        Finding.info(
            "OTHER_RECORDS_IGNORED",
            others + " other TXT records at the same name are ignored by senders"));
    return new TlsRptReading(findings, reading.valid());
  }
}
