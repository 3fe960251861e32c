package farol.domain.published;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a certificate says, for people and to compare. Subject, issuer and names are outside text.
 *
 * @param subject as in RFC 2253: {@code CN=mx.example.com}
 * @param issuer likewise
 * @param names the subject alternative names that are names of hosts, or should be
 * @param validUntil the last instant at which it is valid
 * @param fingerprint SHA-256 of the certificate, in lower-case hexadecimal
 * @param keyFingerprint SHA-256 of its public key (SPKI), as a TLSA record {@code 3 1 1} has it
 */
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> names,
    Instant validFrom,
    Instant validUntil,
    String fingerprint,
    String keyFingerprint) {
  public CertificateFacts {
    requireNonNull(subject, "subject");
    requireNonNull(issuer, "issuer");
    names = List.copyOf(names);
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validUntil, "validUntil");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(keyFingerprint, "keyFingerprint");
  }

  /** The facts of one certificate. */
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        CertificateNames.of(certificate).dnsNames(),
        Certificates.validFrom(certificate),
        Certificates.validUntil(certificate),
        Fingerprint.sha256(Certificates.der(certificate)),
        Fingerprint.sha256(Certificates.key(certificate)));
  }

  /** Whether one of its alternative names is this host's. */
  public boolean isFor(DomainName host) {
    return new CertificateNames(names, List.of()).include(host);
  }

  /** Whole days until it expires; negative once it has. */
  public long daysLeft(Instant at) {
    return Math.floorDiv(
        Duration.between(at, validUntil).toSeconds(), Duration.ofDays(1).toSeconds());
  }
}
