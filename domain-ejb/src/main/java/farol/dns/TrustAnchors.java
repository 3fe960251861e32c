package farol.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * The keys that all proof begins with: those of the root (IANA's KSK-2017 and KSK-2024), or an
 * operator's own.
 *
 * @see <a href="https://www.iana.org/dnssec/files">IANA's trust anchors</a>
 */
final class TrustAnchors {
  private static final String ROOT =
      """
      . IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D
      . IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16
      """;

  private final List<DSRecord> anchors;

  private TrustAnchors(List<DSRecord> anchors) {
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException("trust anchors must be DS or DNSKEY records");
    }
    this.anchors = List.copyOf(anchors);
  }

  static TrustAnchors root() {
    return of(ROOT);
  }

  /**
   * Takes DS or DNSKEY records as a zone file has them.
   *
   * @throws IllegalArgumentException if there are none
   */
  static TrustAnchors of(String records) {
    try {
      return read(new ByteArrayInputStream(records.getBytes(US_ASCII)));
    } catch (IOException e) {
      throw new IllegalArgumentException("trust anchors must be DS or DNSKEY records", e);
    }
  }

  /**
   * Reads DS or DNSKEY records from a file.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it has none
   */
  static TrustAnchors in(Path file) {
    try (InputStream records = Files.newInputStream(file)) {
      return read(records);
    } catch (IOException e) {
      throw new UncheckedIOException("the trust anchors in " + file + " can't be read", e);
    }
  }

  private static TrustAnchors read(InputStream records) throws IOException {
    List<DSRecord> anchors = new ArrayList<>();
    try (Master master = new Master(records, Name.root, 0)) {
      for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
        digest(record).ifPresent(anchors::add);
      }
    }
    return new TrustAnchors(anchors);
  }

  /** Keys as their digests, because the validator takes only one kind at a time for a name. */
  private static Optional<DSRecord> digest(Record record) {
    if (record instanceof DNSKEYRecord key) {
      return Optional.of(
          new DSRecord(key.getName(), key.getDClass(), key.getTTL(), DNSSEC.Digest.SHA256, key));
    }
    return record instanceof DSRecord digest ? Optional.of(digest) : Optional.empty();
  }

  void loadInto(ValidatingResolver validator) {
    anchors.forEach(anchor -> validator.getTrustAnchors().store(new RRset(anchor)));
  }
}
