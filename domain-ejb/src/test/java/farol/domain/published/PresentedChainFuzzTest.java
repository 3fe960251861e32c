package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import farol.domain.shared.DomainName;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server presents, it is judged, and only what the anchor issued is trusted. */
class PresentedChainFuzzTest {
  private static final DomainName HOST = DomainName.parse("mx.example.com");
  private static final TestAuthority ROOT = TestAuthority.root("Root");
  private static final TestAuthority INTERMEDIATE = ROOT.authority("Intermediate");
  private static final TrustAnchors ANCHORS = TrustAnchors.of(List.of(ROOT.certificate()));
  private static final X509Certificate SERVER =
      INTERMEDIATE.sign(CertificateOrder.forServer("mx.example.com"));
  private static final int LENGTH = 2;

  @MethodSource("chains")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void judgesAnyChain(byte[] input) {
    Readings.check(PresentedChain.read(split(input))).ifPresent(PresentedChainFuzzTest::check);
  }

  static Stream<byte[]> chains() {
    TestAuthority other = TestAuthority.root("Other");
    return Stream.of(
        join(SERVER, INTERMEDIATE.certificate()),
        join(SERVER, ROOT.certificate(), INTERMEDIATE.certificate()),
        join(other.sign(CertificateOrder.forServer("*.example.com")), other.certificate()),
        join(CertificateOrder.forSubject("CN=mx.example.com, O=\"a, b\"").selfSigned()),
        join(
            CertificateOrder.forServer("mx.example.com")
                .withKeys(CertificateOrder.rsaKeys(1024))
                .signedWith("SHA1withRSA")
                .selfSigned()));
  }

  private static void check(PresentedChain chain) {
    RecordReading<PresentedChain> reading = chain.judge(HOST, NOW, ANCHORS);

    assertThat(reading.record().isPresent()).isEqualTo(reading.verdict().equals("VALID"));
    if (reading.record().isPresent()) {
      assertThat(chain.leaf().getPublicKey()).isEqualTo(SERVER.getPublicKey());
    }
    assertThat(CertificateFacts.of(chain.leaf()).fingerprint()).hasSize(64);
    chain
        .certificates()
        .forEach(
            certificate -> TlsaSample.of(2, 1, 1, certificate).matches(chain, List.of(HOST), NOW));
  }

  /** Two octets of length before each certificate; what is left over is another one. */
  private static List<byte[]> split(byte[] input) {
    List<byte[]> parts = new ArrayList<>();
    int at = 0;
    while (input.length - at > LENGTH) {
      int length = (input[at] & 0xff) << 8 | (input[at + 1] & 0xff);
      int end = Math.min(input.length, at + LENGTH + length);
      parts.add(Arrays.copyOfRange(input, at + LENGTH, end));
      at = end;
    }
    return parts;
  }

  private static byte[] join(X509Certificate... certificates) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (X509Certificate certificate : certificates) {
      byte[] der = Certificates.der(certificate);
      joined.write(der.length >> 8);
      joined.write(der.length);
      joined.writeBytes(der);
    }
    return joined.toByteArray();
  }
}
