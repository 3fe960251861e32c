package farol.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** What a server shows in TLS: its key, its certificate, and those that it sends along. */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
  private static final char[] PASSWORD = "only-for-this-test".toCharArray();

  /** The same server, set up without the certificates that it should send along. */
  public ServerIdentity alone() {
    return new ServerIdentity(key, chain.subList(0, 1));
  }

  /** Does the server's part of a handshake. */
  public SSLSocket secure(Socket connection) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            context().getSocketFactory().createSocket(connection, null, connection.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  /** What a server's TLS is made with. */
  public SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, PASSWORD, chain.toArray(X509Certificate[]::new));
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
