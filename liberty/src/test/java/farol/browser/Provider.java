package farol.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.launcher.Ports;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/**
 * An OpenID Connect provider on loopback: npm's oidc-provider, which the build has put beside its
 * script. Its host is another than Farol's, so that browsers take it for another site. Who enters a
 * name is let in; otis and aude are in the groups of operators and of auditors.
 */
final class Provider implements AutoCloseable {
  static final String SECRET = "known-to-farol-and-the-provider";

  private static final Path PROGRAM = Path.of("target/openid-connect").toAbsolutePath();

  private final ServerAuthority authority;
  private final Process process;
  private final int port;

  private Provider(ServerAuthority authority, Process process, int port) {
    this.authority = authority;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it takes connections.
   *
   * @param portal whose people it knows
   */
  static Provider start(String portal) throws IOException, InterruptedException {
    ServerAuthority authority = ServerAuthority.root("Authority of a provider");
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "provider-");
    Path pem = folder.resolve("provider.pem");
    Files.writeString(pem, pem(authority.issue("localhost")), US_ASCII);
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                "node",
                PROGRAM.resolve("provider.js").toString(),
                String.valueOf(port),
                portal + "/oidcclient/redirect/provider",
                SECRET,
                pem.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Provider provider = new Provider(authority, process, port);
    provider.awaitConnections(folder.resolve("log"));
    return provider;
  }

  private void awaitConnections(Path log) throws IOException, InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          break;
        }
        Thread.sleep(100);
      }
    }
    close();
    throw new AssertionError("the provider does not listen: " + Files.readString(log));
  }

  /** What the folder for sign-in must hold. */
  Map<String, byte[]> files() throws IOException {
    return SignInFiles.of(
        "openid-connect", Map.of("oidc.issuer", "https://localhost:" + port), authority);
  }

  private static String pem(ServerIdentity identity) {
    StringBuilder pem = new StringBuilder(block("PRIVATE KEY", identity.key().getEncoded()));
    try {
      for (X509Certificate certificate : identity.chain()) {
        pem.append(block("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("made by this test", e);
    }
    return pem.toString();
  }

  private static String block(String label, byte[] der) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der));
  }

  @Override
  public void close() {
    process.destroy(); // and if this process is killed, its input ends
  }
}
