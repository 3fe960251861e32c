package farol.domain.published;

import farol.domain.shared.Excerpt;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.time.Instant;
import java.util.Optional;

/** What can be asked of certificates, and of two of them. */
final class Certificates {
  /** Octets; a handshake has no room for more. */
  private static final int LARGEST = 64 * 1024;

  /** Bits; FIPS 186-4, section 4.2 ends at 3072. */
  private static final int LONGEST_DSA_KEY = 3072;

  private Certificates() {}

  /** Reads one certificate in DER; empty where the bytes are something else, or something more. */
  static Optional<X509Certificate> read(byte[] der) {
    if (der.length > LARGEST) {
      return Optional.empty();
    }
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return der(certificate).length == der.length ? Optional.of(certificate) : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  /** The subject's public key with its algorithm, in DER (SubjectPublicKeyInfo of RFC 5280). */
  static byte[] key(X509Certificate certificate) {
    return certificate.getPublicKey().getEncoded();
  }

  /** Whom it is for, short enough to be quoted. */
  static String subject(X509Certificate certificate) {
    return Excerpt.of(certificate.getSubjectX500Principal().getName());
  }

  /** Who signed it, short enough to be quoted. */
  static String issuer(X509Certificate certificate) {
    return Excerpt.of(certificate.getIssuerX500Principal().getName());
  }

  static Instant validFrom(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant();
  }

  static Instant validUntil(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  /** Both ends included (RFC 5280, section 4.1.2.5). */
  static boolean isValid(X509Certificate certificate, Instant at) {
    return !at.isBefore(validFrom(certificate)) && !at.isAfter(validUntil(certificate));
  }

  /**
   * Whether signatures of an authority can be verified in no time. Java limits how long keys are,
   * except for DSA: with one that fills a certificate, a single signature takes many seconds.
   */
  static boolean canIssue(X509Certificate authority) {
    return !(authority.getPublicKey() instanceof DSAPublicKey key)
        || key.getParams() == null
        || key.getParams().getP().bitLength() <= LONGEST_DSA_KEY;
  }

  /** Whether a certificate names an authority as its issuer, and bears its signature. */
  static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
    if (!canIssue(authority)
        || !certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether subject and issuer are the same, as of a root. */
  static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
