package farol.domain.published;

import farol.domain.published.Finding.Severity;
import farol.domain.shared.Excerpt;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys and signatures of certificates that can be forged, which everybody refuses, or that soon
 * might be.
 */
final class Weakness {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int BROKEN_RSA_BITS = 1023;
  private static final int BROKEN_EC_BITS = 223;
  private static final Pattern WEAK_DIGEST = Pattern.compile("(?i)SHA-?1with.*");
  private static final Pattern BROKEN_DIGEST = Pattern.compile("(?i)MD[245]with.*");

  private Weakness() {}

  /**
   * What is weak in certificates that lead to an anchor: an error if it is broken, a warning
   * otherwise.
   */
  static List<Finding> in(List<X509Certificate> certificates) {
    List<Finding> findings = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      ofKey(certificate.getPublicKey())
          .ifPresent(severity -> findings.add(key(certificate, severity)));
      // Nobody relies on what a root says of itself.
      if (!Certificates.isSelfIssued(certificate)) {
        ofSignature(certificate.getSigAlgName())
            .ifPresent(severity -> findings.add(signature(certificate, severity)));
      }
    }
    return findings;
  }

  private static Optional<Severity> ofKey(PublicKey key) {
    if (key instanceof RSAKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return severity(bits <= BROKEN_RSA_BITS, bits < LEAST_RSA_BITS);
    }
    if (key instanceof ECKey elliptic) {
      return severity(elliptic.getParams().getOrder().bitLength() <= BROKEN_EC_BITS, false);
    }
    return severity(false, key instanceof DSAKey);
  }

  private static Optional<Severity> ofSignature(String algorithm) {
    return severity(
        BROKEN_DIGEST.matcher(algorithm).matches(), WEAK_DIGEST.matcher(algorithm).matches());
  }

  private static Optional<Severity> severity(boolean broken, boolean weak) {
    if (broken) {
      return Optional.of(Severity.ERROR);
    }
    return weak ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  private static Finding key(X509Certificate certificate, Severity severity) {
    return new Finding(
        severity,
        FindingCode.WEAK_KEY,
        "the key of "
            + Certificates.subject(certificate)
            + " is too short, or of a kind that is given up",
        "Make a new key: ECDSA P-256, or RSA with 2048 bits or more.",
        "RFC 9325, section 4.5");
  }

  private static Finding signature(X509Certificate certificate, Severity severity) {
    return new Finding(
        severity,
        FindingCode.WEAK_SIGNATURE,
        "the certificate of "
            + Certificates.subject(certificate)
            + " is signed with "
            + Excerpt.of(certificate.getSigAlgName())
            + ", which can be forged",
        "Get one that is signed with SHA-256 or better.",
        "RFC 8446, section 4.4.2.4");
  }
}
