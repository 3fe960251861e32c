package farol.domain.published;

import farol.domain.published.Finding.Severity;
import farol.domain.shared.Excerpt;
import java.util.List;
import java.util.function.Supplier;

/**
 * One kind of TXT record that begins with a version, and the rule that TLS-RPT and MTA-STS share:
 * of several records, those that do not begin with the version and a semicolon are discarded, and
 * unless exactly one is left there is none.
 *
 * @param name what people call it: {@code TLS-RPT}
 * @param version how it begins: {@code v=TLSRPTv1}
 * @param shape what comes after the version, for a fix: {@code rua= and the addresses}
 * @param without what follows where there is none: {@code nobody sends reports}
 * @param absence how much that matters
 * @param merging how to make one record of several
 * @param source the section that defines it
 */
record TxtForm(
    String name,
    String version,
    String shape,
    String without,
    Severity absence,
    String merging,
    String source) {

  /**
   * Reads what DNS returned, as senders do. One record alone is not discarded but judged, so that a
   * typing error is explained.
   *
   * @param published each TXT record as one string, its strings joined without spaces; none if the
   *     name or the records do not exist
   * @param syntax makes a reader of one record
   */
  <T> RecordReading<T> read(List<String> published, Supplier<? extends TxtSyntax<T>> syntax) {
    List<String> records = published.stream().filter(record -> !record.isBlank()).toList();
    if (records.size() == 1) {
      return syntax.get().read(records.get(0));
    }
    List<String> kept =
        records.stream().filter(record -> record.startsWith(version + ";")).toList();
    if (kept.size() > 1) {
      return RecordReading.none(multiple(kept.size()));
    }
    if (kept.isEmpty()) {
      return RecordReading.none(none(records));
    }
    return syntax.get().read(kept.get(0)).with(othersIgnored(records.size() - 1));
  }

  private Finding multiple(int number) {
    return Finding.error(
        FindingCode.INVALID_MULTIPLE,
        number + " " + name + " records are published, so senders act as if there were none",
        merging,
        source);
  }

  private Finding none(List<String> others) {
    String message = "no " + name + " record is published, so " + without;
    if (!others.isEmpty()) {
      message += "; senders ignore what is there, such as " + Excerpt.of(others.get(0));
    }
    return new Finding(
        absence,
        FindingCode.NONE,
        message,
        "Publish one TXT record that begins with " + version + ";",
        source);
  }

  private Finding othersIgnored(int others) {
    return Finding.info(
        FindingCode.OTHER_RECORDS_IGNORED,
        others + " other TXT records at the same name are ignored by senders",
        "",
        source);
  }
}
