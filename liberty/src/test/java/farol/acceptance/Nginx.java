package farol.acceptance;

import farol.launcher.Ports;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * Debian's nginx with the configuration of the operator's guide, in front of a Farol. Only places
 * and ports are others, as it runs beside whatever else is on this machine, and as anybody.
 */
final class Nginx implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path GUIDE = Path.of("../docs/nginx/farol.conf");
  private static final String[] NAMES = {
    "farol.example.com", "mta-sts.example.com", "mta-sts.example.net"
  };

  private final Process process;
  private final Path folder;
  private final int port;

  private Nginx(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Starts it, with a certificate by this authority for each name. */
  static Nginx before(RunningFarol farol, ServerAuthority authority) throws Exception {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError(PROGRAM + " is missing; build/test-setup gets it");
    }
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "nginx-");
    for (String name : NAMES) {
      writePair(folder, name, authority.issue(name));
    }
    URI upstream = URI.create(farol.internet());
    Files.writeString(folder.resolve("farol.pem"), certificateOf(upstream));
    int port = Ports.free();
    Files.writeString(folder.resolve("farol.conf"), adapted(folder, port, upstream.getPort()));
    Files.writeString(folder.resolve("nginx.conf"), surroundings(folder));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-e",
                "stderr",
                "-p",
                folder.toString(),
                "-c",
                folder + "/nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.log").toFile())
            .start();
    Nginx nginx = new Nginx(process, folder, port);
    Runtime.getRuntime().addShutdownHook(new Thread(nginx::close, "stop-nginx"));
    nginx.awaitListening();
    return nginx;
  }

  /** Where it takes requests, whatever name they are for. */
  int port() {
    return port;
  }

  /** All that it has written about its requests. */
  String logs() throws IOException {
    return Files.readString(folder.resolve("farol.log"))
        + Files.readString(folder.resolve("printed.log"));
  }

  private static String adapted(Path folder, int port, int upstream) throws IOException {
    return Files.readString(GUIDE)
        .replace("[::]:443", "127.0.0.2:" + port)
        .replace("listen 443", "listen 127.0.0.1:" + port)
        .replace("127.0.0.1:8443", "127.0.0.1:" + upstream)
        .replace("/etc/ssl/farol/", folder + "/")
        .replace("/etc/nginx/", folder + "/")
        .replace("/var/log/nginx/", folder + "/");
  }

  /** What a system's own configuration has around the file, in one process that is easy to end. */
  private static String surroundings(Path folder) {
    return """
        daemon off;
        master_process off;
        pid %1$s/pid;
        error_log stderr;
        events {}
        http {
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          include %1$s/farol.conf;
        }
        """
        .formatted(folder);
  }

  private static void writePair(Path folder, String name, ServerIdentity identity)
      throws IOException, CertificateEncodingException {
    StringBuilder chain = new StringBuilder();
    for (X509Certificate certificate : identity.chain()) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Files.writeString(folder.resolve(name + ".pem"), chain);
    Files.writeString(
        folder.resolve(name + ".key"), pem("PRIVATE KEY", identity.key().getEncoded()));
  }

  /** As the guide gets it. */
  private static String certificateOf(URI server) throws IOException, CertificateEncodingException {
    try (SSLSocket socket =
        (SSLSocket)
            Client.trustingAll()
                .getSocketFactory()
                .createSocket(server.getHost(), server.getPort())) {
      socket.startHandshake();
      Certificate certificate = socket.getSession().getPeerCertificates()[0];
      return pem("CERTIFICATE", certificate.getEncoded());
    }
  }

  private static String pem(String label, byte[] encoded) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(
            label,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded));
  }

  private void awaitListening() throws IOException, InterruptedException {
    Client.await(
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                "nginx ended: " + Files.readString(folder.resolve("printed.log")));
          }
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
          } catch (IOException notYet) {
            return false;
          }
        },
        listens -> listens);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
