package farol.domain.published;

import farol.domain.shared.DomainName;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * The certificates that a server presented, as it sent them.
 *
 * @param certificates the server's own first; one at least. Those after the tenth are left out, as
 *     no sender needs them
 */
public record PresentedChain(List<X509Certificate> certificates) {
  private static final int LONGEST = 10;

  public PresentedChain {
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("a server presents one certificate at least");
    }
    certificates = List.copyOf(certificates.subList(0, Math.min(certificates.size(), LONGEST)));
  }

  /**
   * Reads certificates from their bytes.
   *
   * @param encoded each in DER, the server's own first
   */
  public static RecordReading<PresentedChain> read(List<byte[]> encoded) {
    if (encoded.isEmpty()) {
      return RecordReading.none(
          Finding.error(
              FindingCode.NONE,
              "the server presents no certificate",
              "Configure its certificate and key.",
              ChainJudge.IN_TLS));
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : encoded.subList(0, Math.min(encoded.size(), LONGEST))) {
      Optional<X509Certificate> certificate = Certificates.read(der);
      if (certificate.isEmpty()) {
        return RecordReading.none(unreadable(certificates.size() + 1));
      }
      certificates.add(certificate.get());
    }
    PresentedChain chain = new PresentedChain(certificates);
    return new RecordReading<>(
        List.of(
            Finding.info(
                FindingCode.VALID,
                certificates.size() + " certificates can be read",
                "",
                ChainJudge.IN_TLS)),
        chain);
  }

  private static Finding unreadable(int place) {
    return Finding.error(
        FindingCode.INVALID_CERTIFICATE,
        "certificate " + place + " of those that the server presents cannot be read",
        "Replace it; compare what openssl x509 makes of it.",
        "RFC 5280, section 4");
  }

  /**
   * Judges the chain as a sender of mail does that insists on a valid certificate (RFC 8461,
   * section 4.2), and says what is wrong with it: the verdict is {@code VALID}, or the first thing
   * for which it is refused.
   *
   * @param host the name by which the server was sought
   */
  public RecordReading<PresentedChain> judge(DomainName host, Instant at, TrustAnchors anchors) {
    return new ChainJudge(this, at, anchors).judge(host);
  }

  /** The server's own certificate. */
  public X509Certificate leaf() {
    return certificates.get(0);
  }

  /** What was sent besides the server's own. */
  List<X509Certificate> above() {
    return certificates.subList(1, certificates.size());
  }

  /** The server's certificate, that of its issuer, and so on, as far as they were sent. */
  List<X509Certificate> upwards() {
    List<X509Certificate> path = new ArrayList<>(List.of(leaf()));
    Optional<X509Certificate> next = issuer(path);
    while (next.isPresent()) {
      path.add(next.get());
      next = issuer(path);
    }
    return path;
  }

  private Optional<X509Certificate> issuer(List<X509Certificate> path) {
    X509Certificate last = path.get(path.size() - 1);
    return above().stream()
        .filter(authority -> !path.contains(authority))
        .filter(authority -> Certificates.isIssuedBy(last, authority))
        .findFirst();
  }

  /**
   * Whether an authority that was sent is above the server: the chain to it is valid, it is an
   * authority itself, and no chain below it is longer than it allows.
   */
  boolean leadsTo(X509Certificate authority, Instant at) {
    return Certificates.canIssue(authority)
        && Certificates.isValid(authority, at)
        && TrustAnchors.of(List.of(authority))
            .path(this, at)
            .filter(path -> path.size() - 1 <= authority.getBasicConstraints())
            .isPresent();
  }

  /**
   * The steps of which a way up can consist, each once. A server could send many certificates of
   * the same authority for itself or for another, and have whoever looks for a way try all orders
   * of them.
   */
  Collection<X509Certificate> steps(Instant at) {
    return above().stream()
        .filter(Certificates::canIssue)
        .collect(
            Collectors.toMap(
                Step::of,
                Function.identity(),
                (one, other) -> Certificates.isValid(other, at) ? other : one))
        .values();
  }

  private record Step(X500Principal from, X500Principal to, PublicKey by) {
    static Step of(X509Certificate certificate) {
      return new Step(
          certificate.getSubjectX500Principal(),
          certificate.getIssuerX500Principal(),
          certificate.getPublicKey());
    }
  }
}
