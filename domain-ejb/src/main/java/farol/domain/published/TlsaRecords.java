package farol.domain.published;

import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The TLSA records of one server that senders of mail can use.
 *
 * @param usable at least one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7672">RFC 7672</a>
 */
public record TlsaRecords(List<TlsaRecord> usable) {
  public TlsaRecords {
    usable = List.copyOf(usable);
    if (usable.isEmpty() || !usable.stream().allMatch(TlsaRecord::isUsable)) {
      throw new IllegalArgumentException("TLSA records must be usable, and one at least");
    }
  }

  /**
   * Reads what DNS returned for {@code _25._tcp.<host>}, provided that DNSSEC proved it: records
   * that are not secure do not count, whatever they say.
   *
   * @param published all records; none if the name or the records do not exist
   */
  public static RecordReading<TlsaRecords> read(List<TlsaRecord> published) {
    if (published.isEmpty()) {
      return RecordReading.none(
          Finding.info(
              FindingCode.NONE,
              "no TLSA records are published, so senders do not use DANE",
              "",
              "RFC 7672, section 2.2"));
    }
    List<TlsaRecord> usable = published.stream().filter(TlsaRecord::isUsable).toList();
    TlsaRecords valid = usable.isEmpty() ? null : new TlsaRecords(usable);
    List<Finding> findings = new ArrayList<>();
    findings.add(valid == null ? allUnusable(published) : valid.verdict());
    published.forEach(record -> record.objection().ifPresent(findings::add));
    if (valid != null) {
      findings.addAll(TlsaRemarks.about(valid));
    }
    return new RecordReading<>(findings, valid);
  }

  /**
   * The record by which senders authenticate a server; empty if they refuse it. Of the digests that
   * are of one thing, senders look at the strongest kind only (RFC 7671, section 9).
   *
   * @param names what the server may be called: the name that owns the records, and the domain that
   *     the mail is for
   */
  public Optional<TlsaRecord> match(
      PresentedChain chain, Collection<DomainName> names, Instant at) {
    return usable.stream()
        .filter(record -> !isWeaker(record))
        .filter(record -> record.matches(chain, names, at))
        .findFirst();
  }

  private boolean isWeaker(TlsaRecord record) {
    return record.matching() == TlsaRecord.SHA_256 && count(record, TlsaRecord.SHA_512) > 0;
  }

  private Finding verdict() {
    String all = usable.stream().map(TlsaRecord::text).collect(Collectors.joining(", "));
    return Finding.info(
        FindingCode.VALID,
        "senders deliver only to a server that matches " + Excerpt.of(all),
        "",
        "RFC 7672, section 2.2");
  }

  private static Finding allUnusable(List<TlsaRecord> published) {
    return Finding.error(
        FindingCode.INVALID_ALL_UNUSABLE,
        "senders can use none of the TLSA records, "
            + published.size()
            + " in number: they insist on TLS, but authenticate nobody",
        "Publish 3 1 1 and the SHA-256 of the server's public key.",
        "RFC 7672, section 2.2");
  }

  /** How many records are of the same kind of thing as another, by this kind of digest. */
  long count(TlsaRecord like, int matching) {
    return usable.stream()
        .filter(record -> record.usage() == like.usage())
        .filter(record -> record.selector() == like.selector())
        .filter(record -> record.matching() == matching)
        .count();
  }
}
