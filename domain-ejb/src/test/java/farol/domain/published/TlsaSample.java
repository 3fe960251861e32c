package farol.domain.published;

import java.security.cert.X509Certificate;

/** Records of certificates, as whoever publishes them makes them. */
final class TlsaSample {
  private TlsaSample() {}

  static TlsaRecord of(int usage, int selector, int matching, X509Certificate certificate) {
    byte[] selected =
        selector == TlsaRecord.CERTIFICATE
            ? Certificates.der(certificate)
            : Certificates.key(certificate);
    return switch (matching) {
      case TlsaRecord.FULL -> TlsaRecord.of(usage, selector, matching, selected);
      case TlsaRecord.SHA_256 ->
          new TlsaRecord(usage, selector, matching, Fingerprint.sha256(selected));
      case TlsaRecord.SHA_512 ->
          new TlsaRecord(usage, selector, matching, Fingerprint.sha512(selected));
      default -> throw new IllegalArgumentException("no matching type " + matching);
    };
  }
}
