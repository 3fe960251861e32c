package farol.benchmarks;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * TLS as senders of reports may have it, without a look at certificates (RFC 8460, section 3). By
 * BoringSSL, whose handshakes cost a fifth of those of the Java platform: what the senders use is
 * missing to the server on the same machine.
 *
 * <p>Counts full handshakes: they alone present a certificate.
 */
final class Handshakes extends X509ExtendedTrustManager {
  private static final Provider BORING_SSL = Conscrypt.newProvider();

  private long full;

  /** One that remembers sessions to go on with, but knows of none yet. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS", BORING_SSL);
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("BoringSSL has TLS", e);
    }
  }

  long full() {
    return full;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {
    full++;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine) {
    full++;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    full++;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
