package farol.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** How Farol reaches its own listeners from the machine that it runs on. */
public final class OwnListeners {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

  private OwnListeners() {}

  /**
   * The host of a URL to a listener.
   *
   * @param bind the address that it listens on; {@code *} is every address
   */
  public static String host(String bind) {
    if (bind.equals("*")) {
      return "localhost";
    }
    return bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /**
   * A client that talks to no other server.
   *
   * @param keyStore the listeners' own, PKCS #12
   * @throws GeneralSecurityException if the key store does not hold a certificate
   */
  public static HttpClient client(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    TrustManager[] onlyThem = {new PinnedTrust(certificate(keyStore, password))};
    tls.init(null, onlyThem, null);
    return HttpClient.newBuilder().sslContext(tls).connectTimeout(LONGEST_CONNECT).build();
  }

  /**
   * What they show.
   *
   * @param keyStore the listeners' own, PKCS #12
   * @throws GeneralSecurityException if the key store does not hold a certificate
   */
  public static X509Certificate certificate(Path keyStore, String password)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(keyStore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          return certificate;
        }
      }
      throw new KeyStoreException("no certificate in " + keyStore);
    }
  }
}
