package farol.probe;

import farol.domain.lookup.TlsSession;
import farol.domain.published.Finding;
import farol.domain.shared.DomainName;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * One TLS handshake, 1.2 or newer, that remembers the certificates that the server sent, whatever
 * becomes of it: ten and 32 KiB at most, for Java takes no more. Nothing of an earlier connection
 * is resumed, for that would show no certificates.
 */
public final class TlsHandshake {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final DomainName name;
  private final WitnessTrust trust;

  /**
   * Prepares one.
   *
   * @param name of the server, as it is told (SNI)
   * @param check which certificates let the handshake succeed
   */
  public TlsHandshake(DomainName name, CertificateCheck check) {
    this.name = name;
    this.trust = new WitnessTrust(check, name);
  }

  /**
   * Does it.
   *
   * @param connected closed with what is returned
   */
  public SSLSocket over(Socket connected) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context()
                .getSocketFactory()
                .createSocket(connected, name.value(), connected.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setServerNames(List.of(new SNIHostName(name.value())));
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** The certificates as sent, the server's own first; empty if none came yet. */
  public List<X509Certificate> chain() {
    return trust.chain();
  }

  /** What was wrong with the certificate, if that made the handshake fail. */
  public Optional<Finding> problem() {
    return trust.problem();
  }

  /** What came of it. */
  public TlsSession session(SSLSocket socket) {
    SSLSession session = socket.getSession();
    return new TlsSession(session.getProtocol(), session.getCipherSuite(), chain());
  }

  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
