package farol.probe;

import farol.domain.shared.DomainName;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Decides whether certificates vouch for a server. */
@FunctionalInterface
public interface CertificateCheck {
  /** Takes any certificate, to look at it later. */
  CertificateCheck ANY = (chain, authType, name) -> Optional.empty();

  /**
   * What is wrong; empty if nothing is.
   *
   * @param chain as sent, the server's own first; at least one
   * @param authType how the server proves that the key is its own, as Java's TLS names it
   * @param name that the server goes by
   */
  Optional<CertificateProblem> problem(
      List<X509Certificate> chain, String authType, DomainName name);
}
