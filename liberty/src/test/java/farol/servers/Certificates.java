package farol.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.domain.published.CertificateOrder;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of servers, good and bad, below one authority. */
final class Certificates {
  private final ServerAuthority root = ServerAuthority.root("Farol Test Root");
  private final ServerAuthority authority = root.intermediate("Farol Test Authority");
  private final ServerAuthority stranger =
      ServerAuthority.root("Strange Root").intermediate("Strange Authority");

  /** What {@code FAROL_PROBE_CA} names. */
  Path writeRoot(Path folder) throws IOException {
    return root.writeTo(folder);
  }

  /** The root, which no server sends. */
  X509Certificate root() {
    return root.rootCertificate();
  }

  /** That of a server, with what is wrong with it; nothing is with most. */
  ServerIdentity of(String flaw, String host) {
    return switch (flaw) {
      case "expired" -> authority.issueExpired(host);
      case "early" -> authority.issueForLater(host);
      case "expires-soon" -> authority.issueUntil(in(10), host);
      case "other-name" -> authority.issue("other." + host);
      case "no-intermediate" -> authority.issue(host).alone();
      case "strange-root" -> stranger.issue(host);
      case "self-signed" -> selfSigned(host);
      default -> authority.issue(host);
    };
  }

  private static ServerIdentity selfSigned(String host) {
    CertificateOrder order = CertificateOrder.forServer(host).valid(in(-1), in(60));
    return new ServerIdentity(order.privateKey(), List.of(order.selfSigned()));
  }

  private static Instant in(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  /** Writes key and certificates into one file, as Postfix and nginx take them. */
  static void write(ServerIdentity identity, Path file) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(pem("PRIVATE KEY", identity.key().getEncoded()));
    try {
      for (X509Certificate certificate : identity.chain()) {
        parts.add(pem("CERTIFICATE", certificate.getEncoded()));
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
    Files.writeString(file, String.join("", parts), US_ASCII);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der));
  }
}
