package farol.web.api;

import farol.tools.record.ComposedRecord;
import java.util.List;

/**
 * A record to publish.
 *
 * @param name where, in full
 * @param host where, without the domain
 * @param value what, in one string
 * @param quoted the same in quotation marks, in strings of 255 bytes
 * @param zoneLine all of it as a zone file has it
 */
public record ComposedView(
    String name,
    String host,
    String type,
    String value,
    String quoted,
    String zoneLine,
    List<FindingView> findings) {
  static ComposedView of(ComposedRecord record) {
    return new ComposedView(
        record.name(),
        record.host(),
        "TXT",
        record.value(),
        record.quoted(),
        record.zoneLine(),
        FindingView.of(record.findings()));
  }
}
