package farol.domain.posture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A certificate that some server presented. */
@Entity
@Table(name = "certificate")
@NamedQuery(
    name = KeptCertificate.BY_FINGERPRINT,
    query = "select c from KeptCertificate c where c.fingerprint in :fingerprints")
class KeptCertificate {
  static final String BY_FINGERPRINT = "KeptCertificate.byFingerprint";

  @Id
  @Column(updatable = false)
  private String fingerprint; // SHA-256 in lower-case hexadecimal

  @Column(nullable = false, updatable = false)
  private byte[] der;

  @SuppressWarnings("NullAway.Init")
  protected KeptCertificate() {} // for JPA

  String fingerprint() {
    return fingerprint;
  }

  byte[] der() {
    return der.clone();
  }
}
