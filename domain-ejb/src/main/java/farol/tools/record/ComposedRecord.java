package farol.tools.record;

import farol.domain.published.Finding;
import farol.domain.published.RecordReading;
import farol.domain.published.TlsRptRecord;
import farol.domain.shared.DomainName;
import java.util.List;

/**
 * A TLS-RPT record to publish.
 *
 * @param name where, in full
 * @param host where, as the forms of many providers want it: without the domain
 * @param value what, in one string
 * @param quoted the same in quotation marks, in strings of 255 bytes, as other forms want it
 * @param zoneLine all of it as a zone file has it
 * @param findings what there is to say of it
 */
public record ComposedRecord(
    String name,
    String host,
    String value,
    String quoted,
    String zoneLine,
    List<Finding> findings) {
  private static final String HOST = "_smtp._tls";

  public ComposedRecord {
    findings = List.copyOf(findings);
  }

  /**
   * Makes one.
   *
   * @param addresses as people write them, see {@link TlsRptRecord#compose}
   * @throws InvalidAddressesException if one of them cannot be a destination
   */
  public static ComposedRecord of(DomainName domain, List<String> addresses)
      throws InvalidAddressesException {
    RecordReading<TlsRptRecord> reading = TlsRptRecord.compose(addresses);
    TlsRptRecord record =
        reading.record().orElseThrow(() -> new InvalidAddressesException(reading.findings()));
    String name = domain.child(HOST).value();
    String quoted = ZoneText.quoted(record.text());
    return new ComposedRecord(
        name, HOST, record.text(), quoted, name + ". 3600 IN TXT " + quoted, reading.findings());
  }
}
