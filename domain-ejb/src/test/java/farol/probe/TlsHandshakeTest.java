package farol.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.lookup.TlsSession;
import farol.domain.published.Finding;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsHandshakeTest {
  private static final DomainName NAME = DomainName.parse("mx.example.com");
  private static final ServerAuthority ROOT = ServerAuthority.root("Root");
  private static final ServerAuthority INTERMEDIATE = ROOT.intermediate("Intermediate");

  @TempDir Path folder;

  static Stream<Arguments> badIdentities() {
    return Stream.of(
        Arguments.of(INTERMEDIATE.issueExpired(NAME.value()), "CERTIFICATE_EXPIRED", ""),
        Arguments.of(INTERMEDIATE.issueForLater(NAME.value()), "CERTIFICATE_NOT_YET_VALID", ""),
        Arguments.of(
            INTERMEDIATE.issue(NAME.value()).alone(), "MISSING_INTERMEDIATE", "Intermediate"),
        Arguments.of(
            ServerAuthority.root("Other").issue(NAME.value()), "MISSING_INTERMEDIATE", "Other"),
        Arguments.of(
            INTERMEDIATE.issue("a.example.com"), "CERTIFICATE_HOST_MISMATCH", "a.example.com"),
        Arguments.of(INTERMEDIATE.issue(), "CERTIFICATE_HOST_MISMATCH", "no name"),
        Arguments.of(INTERMEDIATE.issue("*.com"), "CERTIFICATE_HOST_MISMATCH", "for *.com"),
        Arguments.of(
            INTERMEDIATE.issue("*.mx.example.com"),
            "CERTIFICATE_HOST_MISMATCH",
            "*.mx.example.com"),
        Arguments.of(
            INTERMEDIATE.issue("m*.example.com"), "CERTIFICATE_HOST_MISMATCH", "m*.example.com"));
  }

  @ParameterizedTest
  @MethodSource("badIdentities")
  void saysWhatIsWrongWithACertificateAndKeepsTheChain(
      ServerIdentity identity, String code, String detail) throws IOException {
    TlsHandshake handshake = checked();

    assertThatThrownBy(() -> shake(handshake, identity)).isInstanceOf(SSLException.class);
    assertThat(handshake.problem())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(detail);
            });
    assertThat(handshake.chain()).isEqualTo(identity.chain());
  }

  @ParameterizedTest
  @MethodSource("badIdentities")
  void takesAnyCertificateWhereItShall(ServerIdentity identity) throws IOException {
    TlsHandshake handshake = any();

    assertThat(shake(handshake, identity).chain()).isEqualTo(identity.chain());
    assertThat(handshake.problem()).isEmpty();
  }

  @Test
  void trustsWhomTheAuthoritiesVouchFor() throws IOException {
    assertThat(shake(checked(), INTERMEDIATE.issue("a.example", "MX.example.com")).protocol())
        .isEqualTo("TLSv1.3");
    assertThat(shake(checked(), INTERMEDIATE.issue("*.example.com")).cipherSuite())
        .startsWith("TLS_");
  }

  @Test
  void takesTenCertificatesAtMost() throws IOException {
    ServerAuthority ninth = ROOT;
    for (int i = 1; i <= 9; i++) {
      ninth = ninth.intermediate("Intermediate " + i);
    }
    ServerIdentity tooMany = ninth.intermediate("Intermediate 10").issue(NAME.value());
    assertThat(shake(any(), ninth.issue(NAME.value())).chain()).hasSize(10);
    TlsHandshake handshake = any();
    assertThatThrownBy(() -> shake(handshake, tooMany)).isInstanceOf(SSLException.class);
    assertThat(handshake.chain()).isEmpty();
  }

  @Test
  void authoritiesOfAFileReplaceThoseOfJava() throws IOException {
    TlsHandshake handshake =
        new TlsHandshake(
            NAME, CertificateCheck.trusting(TrustAnchors.ofPlatform(), Clock.systemUTC()));

    assertThatThrownBy(() -> shake(handshake, INTERMEDIATE.issue(NAME.value())))
        .isInstanceOf(SSLException.class);
    assertThat(handshake.problem()).map(Finding::code).contains("UNTRUSTED_ROOT");
  }

  @Test
  void tellsTheServerItsName() throws Exception {
    CompletableFuture<List<?>> names = new CompletableFuture<>();
    try (TestServer server =
            TestServer.start(
                connection -> {
                  SSLSocket secured = INTERMEDIATE.issue(NAME.value()).secure(connection);
                  names.complete(
                      ((ExtendedSSLSession) secured.getSession()).getRequestedServerNames());
                });
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      // Until the server has closed it, or else it might not come to look.
      assertThat(checked().over(socket).getInputStream().read()).isNegative();
    }

    assertThat(names.get(10, TimeUnit.SECONDS)).isEqualTo(List.of(new SNIHostName(NAME.value())));
  }

  private static TlsHandshake any() {
    return new TlsHandshake(NAME, CertificateCheck.ANY);
  }

  private TlsHandshake checked() throws IOException {
    return new TlsHandshake(
        NAME, CertificateCheck.trusting(Authorities.in(ROOT.writeTo(folder)), Clock.systemUTC()));
  }

  private static TlsSession shake(TlsHandshake handshake, ServerIdentity identity)
      throws IOException {
    try (TestServer server = TestServer.start(connection -> identity.secure(connection));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      return handshake.session(handshake.over(socket));
    }
  }
}
