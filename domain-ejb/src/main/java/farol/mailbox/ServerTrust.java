package farol.mailbox;

import farol.domain.mailbox.UntrustedServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom a server's certificate must come from. Whether it is for that server, Angus sees to. */
final class ServerTrust {
  private ServerTrust() {}

  /**
   * Makes connections that need a certificate.
   *
   * @param authorities a PEM file; null are those that come with Java
   */
  static ImapSockets sockets(@Nullable Path authorities, ImapPatience patience)
      throws UntrustedServerException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities == null ? null : in(authorities));
      return new ImapSockets(trust.getTrustManagers(), patience);
    } catch (IOException | GeneralSecurityException e) {
      throw new UntrustedServerException("no authorities can be read in " + authorities, e);
    }
  }

  private static KeyStore in(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry(String.valueOf(store.size()), each);
      }
    }
    if (store.size() == 0) {
      throw new IOException("no certificate is in it");
    }
    return store;
  }
}
