package farol.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnListenersTest {
  private static final String PASSWORD = "only-for-this-test";

  @TempDir Path folder;

  @Test
  void trustsTheListenersOwnCertificateWhateverNameItHas() throws Exception {
    Path own = keyStore("own");

    assertThat(statusOf(listenerWith(own), OwnListeners.client(own, PASSWORD))).isEqualTo(204);
  }

  @Test
  void trustsNoOtherCertificate() throws Exception {
    Path own = keyStore("own");
    HttpsServer stranger = listenerWith(keyStore("stranger"));
    HttpClient client = OwnListeners.client(own, PASSWORD);

    assertThatThrownBy(() -> statusOf(stranger, client)).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void knowsWhatTheListenersShow() throws Exception {
    Path own = keyStore("own");

    assertThat(OwnListeners.certificate(own, PASSWORD).getSubjectX500Principal().getName())
        .contains("own");
  }

  @ParameterizedTest
  @CsvSource({"*, localhost", "127.0.0.1, 127.0.0.1", "::1, [::1]", "mx.example, mx.example"})
  void reachesTheAddressThatTheListenersBindTo(String bind, String host) {
    assertThat(OwnListeners.host(bind)).isEqualTo(host);
  }

  private static int statusOf(HttpsServer listener, HttpClient client)
      throws IOException, InterruptedException {
    try {
      URI uri = URI.create("https://localhost:" + listener.getAddress().getPort() + "/");
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } finally {
      listener.stop(0);
    }
  }

  private static HttpsServer listenerWith(Path keyStore)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    HttpsServer listener =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    listener.setHttpsConfigurator(new HttpsConfigurator(tls));
    listener.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    listener.start();
    return listener;
  }

  /** A key store with a certificate that no authority has signed. */
  private Path keyStore(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name + ".example",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    assertThat(keytool.waitFor()).as(Files.readString(folder.resolve(name + ".log"))).isZero();
    return file;
  }
}
