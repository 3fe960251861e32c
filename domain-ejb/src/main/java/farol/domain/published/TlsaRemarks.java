package farol.domain.published;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What to say about TLSA records that senders can use. */
final class TlsaRemarks {
  private static final Finding NO_ROLLOVER_RECORD =
      Finding.info(
          FindingCode.NO_ROLLOVER_RECORD,
          "only one usable record: senders will refuse a server with any other key",
          "Before you change the key, publish a record of the next one beside it, and wait until"
              + " caches have it.",
          "RFC 7671, section 8.1");
  private static final Finding CHANGES_WITH_RENEWAL =
      Finding.warning(
          FindingCode.CHANGES_WITH_RENEWAL,
          "a record is of the server's whole certificate, so each renewal needs another one",
          "Publish 3 1 1, which stays for as long as the key does.",
          "RFC 7672, section 3.1.1");
  private static final Finding FULL_DATA =
      Finding.warning(
          FindingCode.FULL_DATA,
          "a record holds a whole certificate or key, which not every sender can use or receive",
          "Publish its SHA-256 instead (matching type 1).",
          "RFC 7671, section 10.1.2");
  private static final Finding NO_SHA_256 =
      Finding.warning(
          FindingCode.NO_SHA_256,
          "some senders know no digest but SHA-256, and there is none",
          "Publish the SHA-256 of the same things beside their SHA-512.",
          "RFC 7672, section 3.1");
  private static final Finding UNEVEN_DIGESTS =
      Finding.warning(
          FindingCode.UNEVEN_DIGESTS,
          "senders ignore SHA-256 where there is SHA-512, and not everything has both",
          "Publish both digests of each thing, or SHA-256 alone.",
          "RFC 7671, section 9");

  private TlsaRemarks() {}

  static List<Finding> about(TlsaRecords records) {
    List<TlsaRecord> usable = records.usable();
    List<Finding> remarks = new ArrayList<>();
    if (usable.size() == 1) {
      remarks.add(NO_ROLLOVER_RECORD);
    }
    if (any(usable, TlsaRemarks::isOfServersCertificate)) {
      remarks.add(CHANGES_WITH_RENEWAL);
    }
    if (any(usable, record -> record.matching() == TlsaRecord.FULL)) {
      remarks.add(FULL_DATA);
    }
    if (any(usable, record -> record.matching() == TlsaRecord.SHA_512)
        && !any(usable, record -> record.matching() == TlsaRecord.SHA_256)) {
      remarks.add(NO_SHA_256);
    }
    if (any(usable, record -> hasUnevenDigests(records, record))) {
      remarks.add(UNEVEN_DIGESTS);
    }
    return remarks;
  }

  private static boolean any(List<TlsaRecord> records, Predicate<TlsaRecord> property) {
    return records.stream().anyMatch(property);
  }

  private static boolean isOfServersCertificate(TlsaRecord record) {
    return record.usage() == TlsaRecord.DANE_EE && record.selector() == TlsaRecord.CERTIFICATE;
  }

  private static boolean hasUnevenDigests(TlsaRecords records, TlsaRecord record) {
    long weaker = records.count(record, TlsaRecord.SHA_256);
    long stronger = records.count(record, TlsaRecord.SHA_512);
    return weaker > 0 && stronger > 0 && weaker != stronger;
  }
}
