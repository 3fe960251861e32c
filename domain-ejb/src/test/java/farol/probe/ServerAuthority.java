package farol.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.domain.published.CertificateOrder;
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

/** Signs certificates for servers that run in tests, as an authority would. */
public final class ServerAuthority {
  private static final Duration DAY = Duration.ofDays(1);

  private final CertificateOrder order;
  private final List<X509Certificate> chain;

  private ServerAuthority(CertificateOrder order, List<X509Certificate> chain) {
    this.order = order;
    this.chain = chain;
  }

  /** An authority that vouches for itself. */
  public static ServerAuthority root(String name) {
    CertificateOrder order = CertificateOrder.forAuthority(name);
    return new ServerAuthority(order, List.of(order.selfSigned()));
  }

  /** An authority that this one vouches for. */
  public ServerAuthority intermediate(String name) {
    CertificateOrder other = CertificateOrder.forAuthority(name);
    List<X509Certificate> longer = new ArrayList<>(chain);
    longer.add(0, sign(other));
    return new ServerAuthority(other, longer);
  }

  /** A server with these names, whose certificate is valid for two months. */
  public ServerIdentity issue(String... names) {
    return issue(Instant.now().minus(DAY), Instant.now().plus(DAY.multipliedBy(60)), names);
  }

  /** A server whose certificate was valid until yesterday. */
  public ServerIdentity issueExpired(String... names) {
    return issue(Instant.now().minus(DAY.multipliedBy(3)), Instant.now().minus(DAY), names);
  }

  /** A server whose certificate is valid until then. */
  public ServerIdentity issueUntil(Instant until, String... names) {
    return issue(Instant.now().minus(DAY), until, names);
  }

  /** A server whose certificate is valid from tomorrow on. */
  public ServerIdentity issueForLater(String... names) {
    return issue(Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(3)), names);
  }

  private ServerIdentity issue(Instant from, Instant until, String... names) {
    CertificateOrder server = CertificateOrder.forServer(names).valid(from, until);
    List<X509Certificate> sent = new ArrayList<>();
    sent.add(sign(server));
    // Nobody needs the root to be sent.
    sent.addAll(chain.subList(0, chain.size() - 1));
    return new ServerIdentity(server.privateKey(), sent);
  }

  private X509Certificate sign(CertificateOrder other) {
    return other.signed(order.subject(), order.privateKey());
  }

  /** The root's certificate. */
  public X509Certificate rootCertificate() {
    return chain.get(chain.size() - 1);
  }

  /** Writes the root's certificate into a PEM file. */
  public Path writeTo(Path folder) throws IOException {
    return Files.writeString(folder.resolve("authorities.pem"), pem(), US_ASCII);
  }

  /** The root's certificate in PEM. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(rootCertificate().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
