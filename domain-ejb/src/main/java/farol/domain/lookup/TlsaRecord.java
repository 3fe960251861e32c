package farol.domain.lookup;

import java.util.Comparator;
import java.util.Locale;

/**
 * One TLSA record as published. Values that mean nothing are kept, so that they can be shown.
 *
 * @param usage 0 to 255; DANE for SMTP knows 2 (DANE-TA) and 3 (DANE-EE)
 * @param selector 0 to 255; 0 is the certificate, 1 its public key
 * @param matchingType 0 to 255; 0 is the whole, 1 its SHA-256, 2 its SHA-512
 * @param data what a certificate is compared with, in lower-case hexadecimal
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6698#section-2.1">RFC 6698, section 2.1</a>
 */
public record TlsaRecord(int usage, int selector, int matchingType, String data)
    implements Comparable<TlsaRecord> {
  private static final Comparator<TlsaRecord> ORDER =
      Comparator.comparingInt(TlsaRecord::usage)
          .thenComparingInt(TlsaRecord::selector)
          .thenComparingInt(TlsaRecord::matchingType)
          .thenComparing(TlsaRecord::data);

  public TlsaRecord {
    requireByte("usage", usage);
    requireByte("selector", selector);
    requireByte("matching type", matchingType);
    data = data.toLowerCase(Locale.ROOT);
  }

  private static void requireByte(String field, int value) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("a TLSA " + field + " must be 0 to 255, got " + value);
    }
  }

  /** The record as a zone file has it, such as {@code 3 1 1 0a1b…}. */
  @Override
  public String toString() {
    return usage + " " + selector + " " + matchingType + " " + data;
  }

  @Override
  public int compareTo(TlsaRecord other) {
    return ORDER.compare(this, other);
  }
}
