package farol.domain.posture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A certificate that some server presented. */
@Entity
@Table(name = "certificate")
class KeptCertificate {
  @Id
  @Column(updatable = false)
  private String fingerprint; // SHA-256 in lower-case hexadecimal

  @Column(nullable = false, updatable = false)
  private byte[] der;

  @SuppressWarnings("NullAway.Init")
  protected KeptCertificate() {} // for JPA

  byte[] der() {
    return der.clone();
  }
}
