package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static farol.domain.published.CertificateOrder.forAuthority;
import static farol.domain.published.CertificateOrder.forServer;
import static farol.domain.published.CertificateOrder.forSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.shared.DomainName;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsaRecordTest {
  private static final DomainName HOST = DomainName.parse("mx.example.com");
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final Duration DAY = Duration.ofDays(1);

  private final TestAuthority root = TestAuthority.root("Root");
  private final TestAuthority intermediate = root.authority("Intermediate");
  private final X509Certificate server = intermediate.sign(forServer("mx.example.com"));
  private final PresentedChain chain =
      new PresentedChain(List.of(server, intermediate.certificate(), root.certificate()));

  @Test
  void isWrittenAsInAZoneFile() {
    TlsaRecord record = TlsaRecord.of(3, 1, 1, new byte[] {0, (byte) 0xab, 0x0c});

    assertThat(record.text()).isEqualTo("3 1 1 00ab0c");
    assertThat(record.parameters()).isEqualTo("3 1 1");
    assertThat(record).isEqualTo(new TlsaRecord(3, 1, 1, "00ab0c"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, 1, 32, ''",
    "3, 1, 1, 32, ''",
    "3, 1, 2, 64, ''",
    "2, 0, 1, 32, ''",
    "2, 1, 2, 64, ''",
    "0, 0, 1, 32, UNUSABLE_USAGE",
    "1, 1, 1, 32, UNUSABLE_USAGE",
    "4, 1, 1, 32, UNUSABLE_USAGE",
    "255, 1, 1, 32, UNUSABLE_USAGE",
    "3, 2, 1, 32, UNUSABLE_SELECTOR",
    "3, 255, 1, 32, UNUSABLE_SELECTOR",
    "3, 1, 3, 32, UNUSABLE_MATCHING_TYPE",
    "3, 1, 255, 32, UNUSABLE_MATCHING_TYPE",
    "3, 1, 1, 31, INVALID_DIGEST_LENGTH",
    "3, 1, 1, 33, INVALID_DIGEST_LENGTH",
    "3, 1, 1, 64, INVALID_DIGEST_LENGTH",
    "3, 1, 1, 0, INVALID_DIGEST_LENGTH",
    "3, 1, 2, 32, INVALID_DIGEST_LENGTH",
    "3, 1, 0, 32, INVALID_FULL_DATA",
    "3, 0, 0, 32, INVALID_FULL_DATA",
    "2, 0, 0, 0, INVALID_FULL_DATA",
  })
  void saysWhySendersCannotUseIt(
      int usage, int selector, int matching, int octets, String objection) {
    TlsaRecord record = TlsaRecord.of(usage, selector, matching, new byte[octets]);

    assertThat(record.objection().map(Finding::code).orElse("")).isEqualTo(objection);
    assertThat(record.isUsable()).isEqualTo(objection.isEmpty());
  }

  @Test
  void saysHowLongADigestMustBe() {
    assertThat(TlsaRecord.of(3, 1, 2, new byte[3]).objection())
        .hasValueSatisfying(
            finding ->
                assertThat(finding.message())
                    .isEqualTo(
                        "senders cannot use 3 1 2 000000: a digest of matching type 2 must have"
                            + " 64 octets and has 3"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2"})
  void knowsAServerByItsCertificateOrKey(int selector, int matching) {
    TlsaRecord record = TlsaSample.of(3, selector, matching, server);

    assertThat(record.isUsable()).isTrue();
    assertThat(record.matches(chain, List.of(), NOW)).isTrue();
    assertThat(
            TlsaSample.of(3, selector, matching, intermediate.certificate())
                .matches(chain, List.of(HOST), NOW))
        .as("an authority is not the server")
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2"})
  void knowsAServerByAnAuthorityAboveIt(int selector, int matching) {
    for (TestAuthority authority : List.of(intermediate, root)) {
      TlsaRecord record = TlsaSample.of(2, selector, matching, authority.certificate());

      assertThat(record.isUsable()).isTrue();
      assertThat(record.matches(chain, List.of(HOST), NOW)).isTrue();
    }
    assertThat(TlsaSample.of(2, selector, matching, server).matches(chain, List.of(HOST), NOW))
        .as("a server is no authority above itself")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void knowsNothingByOtherUsages(int usage) {
    for (X509Certificate certificate : chain.certificates()) {
      assertThat(TlsaSample.of(usage, 1, 1, certificate).matches(chain, List.of(HOST), NOW))
          .isFalse();
    }
  }

  @Test
  void doesNotAskAServerForNameOrDates() {
    X509Certificate expired =
        forServer("localhost").valid(NOW.minus(DAY), NOW.minusSeconds(1)).selfSigned();

    assertThat(
            TlsaSample.of(3, 1, 1, expired)
                .matches(new PresentedChain(List.of(expired)), List.of(HOST), NOW))
        .isTrue();
  }

  @Test
  void staysTheSameWhenACertificateIsRenewedWithItsKey() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    X509Certificate before = root.sign(forServer("mx.example.com").withKeys(keys));
    X509Certificate after = root.sign(forServer("mx.example.com").withKeys(keys));
    PresentedChain renewed = new PresentedChain(List.of(after));

    assertThat(TlsaSample.of(3, 1, 1, before).matches(renewed, List.of(), NOW)).isTrue();
    assertThat(TlsaSample.of(3, 0, 1, before).matches(renewed, List.of(), NOW)).isFalse();
  }

  @Test
  void asksForTheNameBelowAnAuthority() {
    TlsaRecord record = ofAuthority(root);

    assertThat(record.matches(chain, List.of(DOMAIN, HOST), NOW)).isTrue();
    assertThat(record.matches(chain, List.of(DOMAIN), NOW)).isFalse();
    assertThat(record.matches(chain, List.of(), NOW)).isFalse();
  }

  @Test
  void takesACommonNameBelowAnAuthority() {
    X509Certificate old = root.sign(forSubject("CN=mx.example.com"));

    assertThat(
            ofAuthority(root)
                .matches(new PresentedChain(List.of(old, root.certificate())), List.of(HOST), NOW))
        .isTrue();
  }

  @Test
  void asksForTheDatesBelowAnAuthorityAndForItsOwn() {
    X509Certificate expired = root.sign(forServer("mx.example.com").until(NOW.minusSeconds(1)));
    TestAuthority old = TestAuthority.root(forAuthority("Old").until(NOW.minusSeconds(1)));
    X509Certificate ofOld = old.sign(forServer("mx.example.com"));

    assertThat(
            ofAuthority(root)
                .matches(
                    new PresentedChain(List.of(expired, root.certificate())), List.of(HOST), NOW))
        .isFalse();
    assertThat(
            ofAuthority(old)
                .matches(new PresentedChain(List.of(ofOld, old.certificate())), List.of(HOST), NOW))
        .isFalse();
  }

  @Test
  void authorityMustBeSentAndMustHaveIssuedTheServer() {
    X509Certificate foreign = TestAuthority.root("Foreign").sign(forServer("mx.example.com"));

    assertThat(
            ofAuthority(root)
                .matches(
                    new PresentedChain(List.of(server, intermediate.certificate())),
                    List.of(HOST),
                    NOW))
        .as("not sent")
        .isFalse();
    assertThat(
            ofAuthority(root)
                .matches(
                    new PresentedChain(List.of(foreign, root.certificate())), List.of(HOST), NOW))
        .as("sent beside the server")
        .isFalse();
  }

  @Test
  void authorityMustBeOneForAChainOfThatLength() {
    TestAuthority none = root.authority(forAuthority("None").withoutConstraints());
    TestAuthority direct = TestAuthority.root(forAuthority("Direct").withPathLength(0));
    TestAuthority below = direct.authority("Below");

    assertThat(matchesBelow(none, none)).isFalse();
    assertThat(matchesBelow(direct, direct)).isTrue();
    assertThat(matchesBelow(direct, below)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "AB", "0x00", "zz", "00 00", "٠٠"})
  void dataIsHexadecimal(String data) {
    assertThatThrownBy(() -> new TlsaRecord(3, 1, 1, data))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAreOctets() {
    for (int number : new int[] {-1, 256}) {
      assertThatThrownBy(() -> new TlsaRecord(number, 1, 1, "00"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new TlsaRecord(3, number, 1, "00"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new TlsaRecord(3, 1, number, "00"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean matchesBelow(TestAuthority authority, TestAuthority issuer) {
    return ofAuthority(authority)
        .matches(
            new PresentedChain(
                List.of(
                    issuer.sign(forServer("mx.example.com")),
                    issuer.certificate(),
                    authority.certificate())),
            List.of(HOST),
            NOW);
  }

  private static TlsaRecord ofAuthority(TestAuthority authority) {
    return TlsaSample.of(2, 0, 1, authority.certificate());
  }
}
