package farol.domain.lookup;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A TLS connection that came about.
 *
 * @param protocol as Java names it, such as {@code TLSv1.3}
 * @param cipherSuite as IANA names it, such as {@code TLS_AES_128_GCM_SHA256}
 * @param chain the certificates as the server sent them, its own first; whether they are any good
 *     is another question
 */
public record TlsSession(String protocol, String cipherSuite, List<X509Certificate> chain) {
  public TlsSession {
    chain = List.copyOf(chain);
  }
}
