package farol.domain.published;

import java.security.cert.X509Certificate;
import java.util.List;

/** Why there is no way from a server's certificate up to an anchor. */
final class MissingTrust {
  private MissingTrust() {}

  /**
   * Names the reason.
   *
   * @param upwards the server's certificate, that of its issuer, and so on, as far as they were
   *     sent; no anchor issued any of them
   */
  static Finding in(List<X509Certificate> upwards) {
    X509Certificate last = upwards.get(upwards.size() - 1);
    boolean ends = Certificates.isIssuedBy(last, last);
    if (upwards.size() == 1) {
      return ends ? selfSigned() : missingIntermediate(last);
    }
    return untrustedRoot(ends ? Certificates.subject(last) : Certificates.issuer(last));
  }

  private static Finding selfSigned() {
    return Finding.error(
        FindingCode.SELF_SIGNED,
        "the server signed its certificate itself, so no sender can trust it",
        "Get one from a public authority, or use DANE instead.",
        ChainJudge.FOR_MAIL);
  }

  private static Finding missingIntermediate(X509Certificate last) {
    return Finding.error(
        FindingCode.MISSING_INTERMEDIATE,
        "the server does not send the certificate of "
            + Certificates.issuer(last)
            + ", which issued its own and is no root that senders trust",
        "Configure the full chain: the server's certificate, then those of the authorities above it.",
        ChainJudge.IN_TLS);
  }

  private static Finding untrustedRoot(String root) {
    return Finding.error(
        FindingCode.UNTRUSTED_ROOT,
        "the chain leads to " + root + ", which senders do not trust",
        "Send all certificates of the chain if it is a public authority; otherwise get a certificate"
            + " from one, or use DANE instead.",
        ChainJudge.FOR_MAIL);
  }
}
