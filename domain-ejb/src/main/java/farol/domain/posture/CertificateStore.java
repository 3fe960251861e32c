package farol.domain.posture;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates that observations name by their fingerprints; joins the transaction of its
 * caller.
 */
@Dependent
class CertificateStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  /** Adds those that are not there yet. */
  void keep(Map<String, X509Certificate> byFingerprint) {
    byFingerprint.forEach(
        (fingerprint, certificate) ->
            entities
                .createNativeQuery(
                    "insert into certificate (fingerprint, der) values (:fingerprint, :der)"
                        + " on conflict do nothing")
                .setParameter("fingerprint", fingerprint)
                .setParameter("der", der(certificate))
                .executeUpdate());
  }

  /** Those of them that are kept; in one query, or none where nothing is asked for. */
  KeptCertificates find(Set<String> fingerprints) {
    if (fingerprints.isEmpty()) {
      return new KeptCertificates(Map.of());
    }
    return new KeptCertificates(
        entities
            .createNamedQuery(KeptCertificate.BY_FINGERPRINT, KeptCertificate.class)
            .setParameter("fingerprints", fingerprints)
            .getResultStream()
            .collect(Collectors.toMap(KeptCertificate::fingerprint, KeptCertificate::der)));
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
