package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CertificateFactsTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void saysWhatACertificateSays() throws GeneralSecurityException {
    X509Certificate certificate =
        TestAuthority.root("Root")
            .sign(
                CertificateOrder.forServer("mx.example.com", "*.example.net")
                    .valid(NOW.minus(DAY), NOW.plus(DAY)));

    CertificateFacts facts = CertificateFacts.of(certificate);

    assertThat(facts.subject()).isEqualTo("CN=server");
    assertThat(facts.issuer()).isEqualTo("CN=Root");
    assertThat(facts.names()).containsExactly("mx.example.com", "*.example.net");
    assertThat(facts.validFrom()).isEqualTo(NOW.minus(DAY));
    assertThat(facts.validUntil()).isEqualTo(NOW.plus(DAY));
    assertThat(facts.fingerprint()).isEqualTo(sha256(certificate.getEncoded()));
    assertThat(facts.keyFingerprint()).isEqualTo(sha256(certificate.getPublicKey().getEncoded()));
  }

  @Test
  void isForTheHostsThatItNames() {
    CertificateFacts facts =
        CertificateFacts.of(
            CertificateOrder.forServer("mx.example.com", "*.example.net").selfSigned());

    assertThat(facts.isFor(DomainName.parse("mx.example.com"))).isTrue();
    assertThat(facts.isFor(DomainName.parse("mta-sts.example.net"))).isTrue();
    assertThat(facts.isFor(DomainName.parse("mta-sts.example.com"))).isFalse();
    assertThat(facts.isFor(DomainName.parse("a.mta-sts.example.net"))).isFalse();
  }

  @Test
  void countsWholeDays() {
    CertificateFacts facts =
        CertificateFacts.of(
            CertificateOrder.forServer("mx.example.com").until(NOW.plus(DAY)).selfSigned());

    assertThat(facts.daysLeft(NOW)).isEqualTo(1);
    assertThat(facts.daysLeft(NOW.plusSeconds(1))).isZero();
    assertThat(facts.daysLeft(NOW.plus(DAY))).isZero();
    assertThat(facts.daysLeft(NOW.plus(DAY).plusSeconds(1))).isEqualTo(-1);
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
