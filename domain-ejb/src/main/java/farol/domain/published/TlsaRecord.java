package farol.domain.published;

import farol.domain.shared.DomainName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A TLSA record of an SMTP server: by which key or authority senders know it (RFC 6698, updated by
 * RFC 7671; for SMTP RFC 7672). Usage, selector and matching type are 0 to 255.
 *
 * @param usage what is known: the server itself (3, DANE-EE), or an authority above it (2,
 *     DANE-TA); the others are of no use in SMTP
 * @param selector whether the data is of the whole certificate (0) or of its key (1)
 * @param matching whether the data is the thing itself (0), its SHA-256 (1) or its SHA-512 (2)
 * @param data in lower-case hexadecimal
 */
public record TlsaRecord(int usage, int selector, int matching, String data)
    implements Comparable<TlsaRecord> {
  private static final Comparator<TlsaRecord> BY_FIELDS =
      Comparator.comparingInt(TlsaRecord::usage)
          .thenComparingInt(TlsaRecord::selector)
          .thenComparingInt(TlsaRecord::matching)
          .thenComparing(TlsaRecord::data);

  static final int DANE_TA = 2;
  static final int DANE_EE = 3;
  static final int CERTIFICATE = 0;
  static final int KEY = 1;
  static final int FULL = 0;
  static final int SHA_256 = 1;
  static final int SHA_512 = 2;

  private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-f]{2})*+");

  public TlsaRecord {
    checkOctet(usage);
    checkOctet(selector);
    checkOctet(matching);
    if (!HEXADECIMAL.matcher(data).matches()) {
      throw new IllegalArgumentException("the data must be in lower-case hexadecimal");
    }
  }

  /** A record as it came in DNS. */
  public static TlsaRecord of(int usage, int selector, int matching, byte[] data) {
    return new TlsaRecord(usage, selector, matching, HexFormat.of().formatHex(data));
  }

  /** Reads what {@link #text} has written. */
  public static TlsaRecord parse(String text) {
    String[] fields = text.split(" ", -1);
    return new TlsaRecord(
        Integer.parseInt(fields[0]),
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        fields[3]);
  }

  /** As in a zone file: {@code 3 1 1}, and all of the data. */
  public String text() {
    return parameters() + " " + data;
  }

  /** The three numbers that say how to read the data: {@code 3 1 1}. */
  public String parameters() {
    return usage + " " + selector + " " + matching;
  }

  /** Whether senders of mail can authenticate a server by it. */
  public boolean isUsable() {
    return objection().isEmpty();
  }

  /** Why senders of mail cannot use it, if they cannot. */
  Optional<Finding> objection() {
    return TlsaUse.objection(this);
  }

  /**
   * Whether a server that presents these certificates is the one that the record means.
   *
   * <p>Usage 3: the server's key or certificate is all that matters; names and dates are ignored
   * (RFC 7672, section 3.1.1). Usage 2: the authority must be among the certificates sent, and the
   * chain up to it, its dates and the server's name must be right (sections 3.1.2 and 3.2.2). Of
   * the authority's own limits, only how long a chain may be is looked at.
   *
   * @param names what the server may be called: the name that owns the record, and the domain that
   *     the mail is for
   */
  public boolean matches(PresentedChain chain, Collection<DomainName> names, Instant at) {
    if (!isUsable()) {
      return false;
    }
    if (usage == DANE_EE) {
      return selects(chain.leaf());
    }
    CertificateNames presented = CertificateNames.of(chain.leaf());
    return names.stream()
            .anyMatch(name -> presented.include(name) || presented.includeAsCommonName(name))
        && chain.above().stream()
            .anyMatch(authority -> selects(authority) && chain.leadsTo(authority, at));
  }

  private boolean selects(X509Certificate certificate) {
    byte[] selected =
        selector == CERTIFICATE ? Certificates.der(certificate) : Certificates.key(certificate);
    return switch (matching) {
      case FULL -> data.equals(HexFormat.of().formatHex(selected));
      case SHA_256 -> data.equals(Fingerprint.sha256(selected));
      default -> data.equals(Fingerprint.sha512(selected));
    };
  }

  @Override
  public int compareTo(TlsaRecord other) {
    return BY_FIELDS.compare(this, other);
  }

  private static void checkOctet(int number) {
    if (number < 0 || number > 255) {
      throw new IllegalArgumentException(
          "a number of a TLSA record must be 0 to 255, got " + number);
    }
  }
}
