package farol.domain.published;

import static farol.domain.published.CertificateOrder.NOW;
import static farol.domain.published.CertificateOrder.dsaKeys;
import static farol.domain.published.CertificateOrder.forAuthority;
import static farol.domain.published.CertificateOrder.forServer;
import static farol.domain.published.CertificateOrder.forSubject;
import static farol.domain.published.CertificateOrder.rsaKeys;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import farol.domain.published.Finding.Severity;
import farol.domain.shared.DomainName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentedChainTest {
  private static final DomainName HOST = DomainName.parse("mx.example.com");
  private static final Duration DAY = Duration.ofDays(1);

  private final TestAuthority root = TestAuthority.root("Root");
  private final TestAuthority intermediate = root.authority("Intermediate");
  private final TrustAnchors anchors = TrustAnchors.of(List.of(root.certificate()));
  private final X509Certificate server = intermediate.sign(forServer("mx.example.com"));

  @Test
  void trustsAChainToAnAnchor() {
    assertThat(codes(server, intermediate.certificate())).containsExactly("VALID");
    assertThat(codes(server, intermediate.certificate(), root.certificate()))
        .containsExactly("VALID");
    assertThat(codes(root.sign(forServer("mx.example.com")))).containsExactly("VALID");
  }

  @Test
  void returnsTheChainWhereSendersTrustIt() {
    PresentedChain chain = chain(server, intermediate.certificate());

    assertThat(chain.judge(HOST, NOW, anchors).record()).contains(chain);
    assertThat(chain.judge(HOST, NOW, TrustAnchors.of(List.of())).record()).isEmpty();
  }

  @Test
  void trustsACertificateThatIsAnAnchorItself() {
    X509Certificate alone = forServer("mx.example.com").selfSigned();

    assertThat(chain(alone).judge(HOST, NOW, TrustAnchors.of(List.of(alone))).verdict())
        .isEqualTo("VALID");
    assertThat(
            chain(alone)
                .judge(HOST, NOW.plus(DAY.multipliedBy(91)), TrustAnchors.of(List.of(alone)))
                .findings())
        .extracting(Finding::code)
        .containsExactly("CERTIFICATE_EXPIRED");
  }

  @Test
  void trustsThePlatformsAuthorities() throws GeneralSecurityException, IOException {
    KeyStore authorities =
        KeyStore.getInstance(
            Path.of(System.getProperty("java.home"), "lib/security/cacerts").toFile(),
            (char[]) null);
    TrustAnchors platform = TrustAnchors.ofPlatform();

    assertThat(authorities.size()).isPositive();
    for (String alias : Collections.list(authorities.aliases())) {
      assertThat(platform.contain((X509Certificate) authorities.getCertificate(alias))).isTrue();
    }
    assertThat(chain(server).judge(HOST, NOW, platform).verdict())
        .isEqualTo("MISSING_INTERMEDIATE");
  }

  @Test
  void saysThatACertificateHasExpired() {
    X509Certificate expired =
        intermediate.sign(forServer("mx.example.com").until(NOW.minusSeconds(1)));

    assertThat(codes(expired, intermediate.certificate())).containsExactly("CERTIFICATE_EXPIRED");
  }

  @Test
  void certificateIsValidUpToItsLastSecond() {
    X509Certificate last = intermediate.sign(forServer("mx.example.com").valid(NOW, NOW));

    assertThat(codes(last, intermediate.certificate())).containsExactly("VALID", "EXPIRES_SOON");
  }

  @Test
  void saysThatACertificateIsNotValidYet() {
    X509Certificate next =
        intermediate.sign(forServer("mx.example.com").valid(NOW.plusSeconds(1), NOW.plus(DAY)));

    assertThat(codes(next, intermediate.certificate()))
        .containsExactly("CERTIFICATE_NOT_YET_VALID");
  }

  @Test
  void saysThatTheCertificateOfAnAuthorityHasExpired() {
    TestAuthority expired =
        root.authority(forAuthority("Old authority").until(NOW.minusSeconds(1)));

    assertThat(judge(expired.sign(forServer("mx.example.com")), expired.certificate()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("CERTIFICATE_EXPIRED");
              assertThat(finding.message()).contains("CN=Old authority");
            });
  }

  @Test
  void expiredCertificateThatNobodyNeedsDoesNotMatter() {
    X509Certificate unneeded =
        TestAuthority.root("Older root")
            .authority(forAuthority("Root").until(NOW.minus(DAY)))
            .certificate();

    assertThat(codes(server, intermediate.certificate(), unneeded)).containsExactly("VALID");
  }

  @Test
  void expiredCertificateBesideItsRenewalDoesNotMatter() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    TestAuthority renewed = root.authority(forAuthority("Renewed").withKeys(keys));
    X509Certificate expired =
        root.sign(forAuthority("Renewed").withKeys(keys).until(NOW.minus(DAY)));
    X509Certificate issued = renewed.sign(forServer("mx.example.com"));

    assertThat(codes(issued, expired, renewed.certificate())).containsExactly("VALID");
    assertThat(codes(issued, renewed.certificate(), expired)).containsExactly("VALID");
  }

  @Test
  void blamesTheDatesAloneWhereNothingElseIsWrong() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    TestAuthority crossed = root.authority(forAuthority("Crossed").withKeys(keys));
    X509Certificate untrusted =
        TestAuthority.root("Other").sign(forAuthority("Crossed").withKeys(keys));
    X509Certificate expired = crossed.sign(forServer("mx.example.com").until(NOW.minusSeconds(1)));
    X509Certificate next =
        crossed.sign(forServer("mx.example.com").valid(NOW.plusSeconds(1), NOW.plus(DAY)));

    assertThat(codes(expired, untrusted, crossed.certificate()))
        .containsExactly("CERTIFICATE_EXPIRED");
    assertThat(codes(next, untrusted, crossed.certificate()))
        .containsExactly("CERTIFICATE_NOT_YET_VALID");
  }

  @Test
  void saysThatTheCertificateIsForAnotherHost() {
    X509Certificate other = intermediate.sign(forServer("mx.example.net", "*.mail.example.com"));

    assertThat(judge(other, intermediate.certificate()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("CERTIFICATE_HOST_MISMATCH");
              assertThat(finding.message()).contains("mx.example.net, *.mail.example.com");
            });
  }

  @Test
  void alternativeNameMayBeAWildcard() {
    assertThat(codes(intermediate.sign(forServer("*.example.com")), intermediate.certificate()))
        .containsExactly("VALID");
  }

  @Test
  void commonNameIsNotEnough() {
    X509Certificate old = intermediate.sign(forSubject("CN=mx.example.com, O=Example"));
    X509Certificate other = intermediate.sign(forSubject("CN=mx.example.net"));

    assertThat(codes(old, intermediate.certificate())).containsExactly("COMMON_NAME_ONLY");
    assertThat(codes(other, intermediate.certificate()))
        .containsExactly("CERTIFICATE_HOST_MISMATCH");
  }

  @Test
  void saysThatACertificateIsSelfSigned() {
    assertThat(codes(forServer("mx.example.com").selfSigned())).containsExactly("SELF_SIGNED");
  }

  @Test
  void namesEverythingForWhichAChainIsRefused() {
    X509Certificate factory =
        forServer("localhost").valid(NOW.minus(DAY), NOW.minusSeconds(1)).selfSigned();

    assertThat(codes(factory))
        .containsExactly("CERTIFICATE_EXPIRED", "SELF_SIGNED", "CERTIFICATE_HOST_MISMATCH");
  }

  @Test
  void saysThatAnIntermediateIsMissing() {
    assertThat(judge(server).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("MISSING_INTERMEDIATE");
              assertThat(finding.message()).contains("CN=Intermediate");
            });
    assertThat(codes(server, root.certificate()))
        .as("the root does not help")
        .containsExactly("MISSING_INTERMEDIATE");
  }

  @Test
  void saysThatARootIsNotTrusted() {
    TestAuthority own = TestAuthority.root("Own root");
    TestAuthority below = own.authority("Own authority");
    X509Certificate issued = below.sign(forServer("mx.example.com"));

    assertThat(codes(issued, below.certificate(), own.certificate()))
        .containsExactly("UNTRUSTED_ROOT");
    assertThat(judge(issued, below.certificate()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("UNTRUSTED_ROOT");
              assertThat(finding.message()).contains("CN=Own root");
            });
  }

  @Test
  void namesakeOfATrustedAuthorityIsNotTrusted() {
    TestAuthority namesake = TestAuthority.root("Root");

    assertThat(codes(namesake.sign(forServer("mx.example.com")), namesake.certificate()))
        .containsExactly("UNTRUSTED_ROOT");
  }

  @Test
  void certificateOfAServerIssuesNone() {
    TestAuthority noAuthority =
        intermediate.authority(forAuthority("No authority").withoutConstraints());

    assertThat(
            codes(
                noAuthority.sign(forServer("mx.example.com")),
                noAuthority.certificate(),
                intermediate.certificate()))
        .containsExactly("CHAIN_INVALID");
  }

  @Test
  void chainMayBeNoLongerThanAnAuthorityAllows() {
    TestAuthority last = root.authority(forAuthority("Last").withPathLength(0));
    TestAuthority below = last.authority("Below");

    assertThat(codes(last.sign(forServer("mx.example.com")), last.certificate()))
        .containsExactly("VALID");
    assertThat(
            codes(below.sign(forServer("mx.example.com")), below.certificate(), last.certificate()))
        .containsExactly("CHAIN_INVALID");
  }

  @Test
  void warnsOfAKeyThatIsTooShort() {
    X509Certificate weak = intermediate.sign(forServer("mx.example.com").withKeys(rsaKeys(1024)));

    assertThat(judge(weak, intermediate.certificate()).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("VALID", Severity.INFO), tuple("WEAK_KEY", Severity.WARNING));
  }

  @Test
  void verifiesNoSignatureOfAKeyWithoutMeasure() {
    TestAuthority largest = root.authority(forAuthority("Largest").withKeys(dsaKeys(3072)));
    TestAuthority larger = root.authority(forAuthority("Larger").withKeys(dsaKeys(3073)));
    X509Certificate below = largest.sign(forServer("mx.example.com").signedWith("SHA256withDSA"));
    X509Certificate belowLarger =
        larger.sign(forServer("mx.example.com").signedWith("SHA256withDSA"));

    assertThat(codes(below, largest.certificate())).containsExactly("VALID", "WEAK_KEY");
    assertThat(codes(belowLarger, larger.certificate())).containsExactly("MISSING_INTERMEDIATE");
  }

  @Test
  void authorityMayHaveChangedItsKey() {
    TestAuthority changed = root.authority(forAuthority("Root"));
    X509Certificate issued = changed.sign(forServer("mx.example.com"));

    assertThat(codes(issued, changed.certificate())).containsExactly("VALID");
  }

  @Test
  void refusesAKeyThatAnybodyCanBreak() {
    X509Certificate broken = intermediate.sign(forServer("mx.example.com").withKeys(rsaKeys(512)));

    assertThat(judge(broken, intermediate.certificate()).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("WEAK_KEY", Severity.ERROR));
  }

  @Test
  void refusesAnEllipticKeyThatIsTooShort() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize(new ECGenParameterSpec("secp192r1"));
    X509Certificate broken =
        intermediate.sign(forServer("mx.example.com").withKeys(generator.generateKeyPair()));

    assertThat(judge(broken, intermediate.certificate()).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("WEAK_KEY", Severity.ERROR));
  }

  @Test
  void refusesASignatureThatAnybodyCanForge() {
    TestAuthority old = root.authority(forAuthority("Old").withKeys(rsaKeys(2048)));
    X509Certificate forged = old.sign(forServer("mx.example.com").signedWith("MD5withRSA"));

    assertThat(judge(forged, old.certificate()).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("WEAK_SIGNATURE", Severity.ERROR));
  }

  @Test
  void weaknessOfACertificateThatNobodyNeedsDoesNotMatter() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    TestAuthority known = TestAuthority.root(forAuthority("Known").withKeys(keys));
    TestAuthority older =
        TestAuthority.root(
            forAuthority("Older").withKeys(rsaKeys(1024)).signedWith("SHA256withRSA"));
    X509Certificate crossed =
        older.sign(forAuthority("Known").withKeys(keys).signedWith("MD5withRSA"));

    assertThat(
            chain(known.sign(forServer("mx.example.com")), crossed)
                .judge(HOST, NOW, TrustAnchors.of(List.of(known.certificate())))
                .findings())
        .extracting(Finding::code)
        .containsExactly("VALID");
  }

  @Test
  void goodKeysAreNotWeak() {
    X509Certificate rsa = intermediate.sign(forServer("mx.example.com").withKeys(rsaKeys(2048)));

    assertThat(codes(rsa, intermediate.certificate())).containsExactly("VALID");
  }

  @Test
  void warnsOfASignatureThatCanBeForged() {
    X509Certificate old =
        intermediate.sign(forServer("mx.example.com").signedWith("SHA1withECDSA"));
    TestAuthority oldRoot =
        TestAuthority.root(forAuthority("Old root").signedWith("SHA1withECDSA"));

    assertThat(codes(old, intermediate.certificate())).containsExactly("VALID", "WEAK_SIGNATURE");
    assertThat(
            chain(oldRoot.sign(forServer("mx.example.com")), oldRoot.certificate())
                .judge(HOST, NOW, TrustAnchors.of(List.of(oldRoot.certificate())))
                .findings())
        .as("nobody relies on the signature of a root")
        .extracting(Finding::code)
        .containsExactly("VALID");
  }

  @Test
  void orderOfTheOthersIsRemarked() {
    TestAuthority issuing = intermediate.authority("Issuing");
    X509Certificate issued = issuing.sign(forServer("mx.example.com"));

    assertThat(codes(issued, issuing.certificate(), intermediate.certificate()))
        .containsExactly("VALID");
    assertThat(judge(issued, intermediate.certificate(), issuing.certificate()).findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "CHAIN_OUT_OF_ORDER");
  }

  @Test
  void certificateMustBeForServers() {
    X509Certificate client =
        intermediate.sign(forServer("mx.example.com").withPurpose(KeyPurposeId.id_kp_clientAuth));

    assertThat(codes(client, intermediate.certificate())).containsExactly("WRONG_PURPOSE");
    for (KeyPurposeId purpose :
        List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.anyExtendedKeyUsage)) {
      assertThat(
              codes(
                  intermediate.sign(forServer("mx.example.com").withPurpose(purpose)),
                  intermediate.certificate()))
          .containsExactly("VALID");
    }
  }

  @ParameterizedTest
  @CsvSource({"31, ", "30, INFO", "15, INFO", "14, WARNING", "8, WARNING", "7, ERROR", "0, ERROR"})
  void remindsTheLouderTheNearerTheDay(long days, @Nullable Severity severity) {
    Instant until = NOW.plus(DAY.multipliedBy(days)).plus(Duration.ofHours(23));
    X509Certificate ending = intermediate.sign(forServer("mx.example.com").until(until));

    RecordReading<PresentedChain> reading = judge(ending, intermediate.certificate());

    assertThat(reading.record()).as("senders still trust it").isPresent();
    assertThat(
            reading.findings().stream()
                .filter(finding -> finding.code().equals("EXPIRES_SOON"))
                .map(Finding::severity))
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  @Test
  void remindsOfAnAuthorityThatExpiresBeforeTheServer() {
    TestAuthority ending = root.authority(forAuthority("Ending").until(NOW.plus(DAY)));

    assertThat(judge(ending.sign(forServer("mx.example.com")), ending.certificate()).findings())
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("EXPIRES_SOON");
              assertThat(finding.message()).contains("left: 1").contains("CN=Ending");
            });
  }

  @Test
  void findsItsWayAmongCertificatesThatServeNone() {
    List<X509Certificate> sent = new ArrayList<>(List.of(server));
    for (int i = 0; i < 8; i++) {
      sent.add(TestAuthority.root("Other root").authority("Intermediate").certificate());
    }
    sent.add(intermediate.certificate());

    assertThat(new PresentedChain(sent).judge(HOST, NOW, anchors).verdict()).isEqualTo("VALID");
  }

  /** Each of them could be above each other, and all orders of ten are three million. */
  @Test
  void doesNotTryAllOrdersOfCertificatesThatAreAllAlike() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    TestAuthority loop = TestAuthority.root(forAuthority("Loop").withKeys(keys));
    List<X509Certificate> sent = new ArrayList<>(List.of(loop.sign(forServer("mx.example.com"))));
    Stream.generate(() -> loop.sign(forAuthority("Loop").withKeys(keys)))
        .limit(9)
        .forEach(sent::add);

    assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThat(new PresentedChain(sent).judge(HOST, NOW, anchors).verdict())
                .isEqualTo("UNTRUSTED_ROOT"));
  }

  @Test
  void doesNotTryAllWaysAroundACircle() {
    KeyPair keys = CertificateOrder.ellipticKeys();
    TestAuthority one = TestAuthority.root(forAuthority("One").withKeys(keys));
    TestAuthority two = TestAuthority.root(forAuthority("Two").withKeys(keys));
    List<X509Certificate> sent = new ArrayList<>(List.of(one.sign(forServer("mx.example.com"))));
    for (int i = 0; i < 4; i++) {
      sent.add(two.sign(forAuthority("One").withKeys(keys)));
      sent.add(one.sign(forAuthority("Two").withKeys(keys)));
    }

    assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThat(new PresentedChain(sent).judge(HOST, NOW, anchors).verdict())
                .isEqualTo("UNTRUSTED_ROOT"));
  }

  @Test
  void isReadFromBytes() throws CertificateEncodingException {
    RecordReading<PresentedChain> reading =
        PresentedChain.read(List.of(server.getEncoded(), intermediate.certificate().getEncoded()));

    assertThat(reading.verdict()).isEqualTo("VALID");
    assertThat(reading.record()).contains(chain(server, intermediate.certificate()));
  }

  @Test
  void saysWhichCertificateCannotBeRead() throws CertificateEncodingException {
    byte[] good = server.getEncoded();
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    byte[] shorter = Arrays.copyOf(good, good.length - 1);

    assertThat(PresentedChain.read(List.of()).verdict()).isEqualTo("NONE");
    for (byte[] bad : List.of(new byte[0], new byte[] {0x30}, longer, shorter, pem(good))) {
      assertThat(PresentedChain.read(List.of(good, bad)).findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo("INVALID_CERTIFICATE");
                assertThat(finding.message()).startsWith("certificate 2 ");
              });
    }
  }

  @Test
  void leavesOutWhatFollowsTheTenthCertificate() throws CertificateEncodingException {
    List<X509Certificate> eleven = Collections.nCopies(11, server);

    assertThat(new PresentedChain(eleven).certificates()).hasSize(10);
    assertThat(PresentedChain.read(Collections.nCopies(11, server.getEncoded())).record())
        .contains(new PresentedChain(eleven));
    assertThatThrownBy(() -> new PresentedChain(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] pem(byte[] der) {
    return ("-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n")
        .getBytes(US_ASCII);
  }

  private List<String> codes(X509Certificate... certificates) {
    return judge(certificates).findings().stream().map(Finding::code).toList();
  }

  private RecordReading<PresentedChain> judge(X509Certificate... certificates) {
    return chain(certificates).judge(HOST, NOW, anchors);
  }

  private static PresentedChain chain(X509Certificate... certificates) {
    return new PresentedChain(List.of(certificates));
  }
}
