package farol.domain.published;

import farol.domain.published.Finding.Severity;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/** What there is to say of the time in which certificates are valid. */
final class CertificateDates {
  private static final String SOURCE = "RFC 5280, section 4.1.2.5";

  private CertificateDates() {}

  /** Why a certificate is not valid at an instant; empty if it is. */
  static Optional<Finding> objection(X509Certificate certificate, Instant at) {
    if (at.isAfter(Certificates.validUntil(certificate))) {
      return Optional.of(
          Finding.error(
              FindingCode.CERTIFICATE_EXPIRED,
              "the certificate of %s expired on %s"
                  .formatted(
                      Certificates.subject(certificate), Certificates.validUntil(certificate)),
              "Renew it, and have every server load the new one.",
              SOURCE));
    }
    if (at.isBefore(Certificates.validFrom(certificate))) {
      return Optional.of(
          Finding.error(
              FindingCode.CERTIFICATE_NOT_YET_VALID,
              "the certificate of %s is not valid before %s"
                  .formatted(
                      Certificates.subject(certificate), Certificates.validFrom(certificate)),
              "Use the one before it until then, and check the clock of who made it.",
              SOURCE));
    }
    return Optional.empty();
  }

  /**
   * A reminder if one of valid certificates expires within 30, 14 or 7 days: the nearer the day,
   * the louder.
   */
  static Optional<Finding> soon(Collection<X509Certificate> certificates, Instant at) {
    X509Certificate first =
        Collections.min(certificates, Comparator.comparing(Certificates::validUntil));
    long days = CertificateFacts.of(first).daysLeft(at);
    return days > 30
        ? Optional.empty()
        : Optional.of(
            new Finding(
                severity(days),
                FindingCode.EXPIRES_SOON,
                "the certificate of %s expires on %s; whole days left: %d"
                    .formatted(Certificates.subject(first), Certificates.validUntil(first), days),
                "Renew it, and have every server load the new one.",
                ""));
  }

  private static Severity severity(long days) {
    if (days <= 7) {
      return Severity.ERROR;
    }
    return days <= 14 ? Severity.WARNING : Severity.INFO;
  }
}
