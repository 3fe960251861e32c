package farol.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.DaneLookupContract;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.Proof;
import farol.domain.lookup.SecureOutcome;
import farol.domain.lookup.SecureOutcome.Answered;
import farol.domain.lookup.SecureOutcome.Bogus;
import farol.domain.lookup.SecureOutcome.Failed;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.network.Deadline;
import farol.network.IpAddress;
import farol.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Validates for itself, from a root of its own, what a resolver passes on. */
class DnsjavaDaneLookupTest extends DaneLookupContract {
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @TempDir Path folder;

  private final TestDnsServer server = TestDnsServer.start();
  private final TestZone zone = server.zone();
  private final TestSigner signer = new TestSigner(".", "com", "example.com");
  private final DaneLookup lookup = lookup(Duration.ofSeconds(20));

  DnsjavaDaneLookupTest() {
    signer.leaveUnsigned("net");
    zone.signBy(signer);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Override
  protected DaneLookup lookup() {
    return lookup;
  }

  private DaneLookup lookup(Duration limit) {
    return new DnsjavaDaneLookup(
        new OwnValidation(servers(), TrustAnchors.of(signer.anchor()), Clock.systemUTC()), limit);
  }

  private DaneLookup lookup(TrustAnchors anchors) {
    return new DnsjavaDaneLookup(
        new OwnValidation(servers(), anchors, Clock.systemUTC()), Duration.ofSeconds(20));
  }

  private ServerList servers() {
    return ServerList.of(List.of(server.address()), PATIENCE);
  }

  @Override
  protected void putMx(String domain, MailExchanger... exchangers) {
    Stream.of(exchangers).forEach(mx -> zone.addMx(domain, mx.preference(), mx.target()));
  }

  @Override
  protected void putAddresses(String host, String... addresses) {
    Stream.of(addresses).forEach(address -> zone.addAddress(host, address));
  }

  @Override
  protected void putTlsa(String host, TlsaRecord... records) {
    Stream.of(records)
        .forEach(
            tlsa ->
                zone.addTlsa(
                    "_25._tcp." + host,
                    tlsa.usage(),
                    tlsa.selector(),
                    tlsa.matching(),
                    HexFormat.of().parseHex(tlsa.data())));
  }

  @Override
  protected void putAlias(String name, String target) {
    zone.putAlias(name, target);
  }

  @Override
  protected void spoil(String name) {
    signer.spoil(name, TestSigner.Flaw.FORGED);
  }

  @Override
  protected void fail(String name) {
    zone.servfail(name);
  }

  @ParameterizedTest
  @EnumSource
  void signatureThatIsWrongInAnyWayProvesNothing(TestSigner.Flaw flaw) {
    zone.addMx("example.com", 10, "mx.example.com");
    signer.spoil("example.com", flaw);

    assertThat(mx()).isInstanceOf(Bogus.class);
  }

  @ParameterizedTest
  @EnumSource
  void provesByAnyAlgorithmInUse(TestSigner.Algorithm algorithm) {
    TestSigner other = new TestSigner(algorithm, ".", "com", "example.com");
    zone.signBy(other);
    zone.addMx("example.com", 10, "mx.example.com");
    DaneLookup anchored = lookup(TrustAnchors.of(other.anchor()));

    assertThat(await(anchored.mx(DOMAIN))).matches(SecureOutcome::isSecure);
    other.spoil("example.com", TestSigner.Flaw.FORGED);
    assertThat(await(anchored.mx(DOMAIN))).isInstanceOf(Bogus.class);
  }

  @Test
  void saysWhyAnAnswerIsBogus() {
    zone.addMx("example.com", 10, "mx.example.com");
    signer.spoil("example.com", TestSigner.Flaw.EXPIRED);

    assertThat(reason(mx())).contains("example.com");
  }

  @Test
  void keysThatTheZoneAboveDoesNotVouchForProveNothing() {
    zone.addMx("example.com", 10, "mx.example.com");
    signer.rollKeysBadly("example.com");

    assertThat(mx()).isInstanceOf(Bogus.class);
  }

  @Test
  void keysInTheLastSecondOfTheirTimeStillProveADenialByHash() {
    zone.addAddress("example.com", "192.0.2.1");
    signer.denyByHash();
    signer.letKeysExpire();

    assertThat(mx())
        .isEqualTo(
            new Answered<>(
                new LookupOutcome.Absent<>(LookupOutcome.Reason.NO_SUCH_RECORD),
                Proof.SECURE,
                "example.com"));
  }

  @Test
  void keysThatCannotBeHadAreAFailureAlsoForWhatIsAbsent() {
    zone.addAddress("example.com", "192.0.2.1");
    signer.hideKeys("com");

    assertThat(mx()).isInstanceOf(Failed.class);
    assertThat(await(lookup.addresses(DOMAIN)).ipv4()).isInstanceOf(Failed.class);
  }

  @Test
  void resolverThatLeavesOutSignaturesIsAFailureAndNoFaultOfTheDomain() throws IOException {
    try (TestDnsServer plain = TestDnsServer.start()) {
      plain.zone().addMx("example.com", 10, "mx.example.com");
      DaneLookup unfounded =
          new DnsjavaDaneLookup(
              new OwnValidation(
                  ServerList.of(List.of(plain.address()), PATIENCE),
                  TrustAnchors.of(signer.anchor()),
                  Clock.systemUTC()),
              Duration.ofSeconds(20));

      assertThat(reason(await(unfounded.mx(DOMAIN)))).contains("trust anchor");
      assertThat(await(unfounded.mx(DOMAIN))).isInstanceOf(Failed.class);
    }
  }

  @Test
  void anchorOfAnotherRootProvesNothing() {
    zone.addMx("example.com", 10, "mx.example.com");
    DaneLookup misled = lookup(TrustAnchors.root());

    assertThat(await(misled.mx(DOMAIN))).isInstanceOf(Failed.class);
  }

  @Test
  void whatWasProvenBeforeProvesNothingNow() {
    zone.addMx("example.com", 10, "mx.example.com");
    assertThat(mx()).matches(SecureOutcome::isSecure);
    signer.rollKeysBadly("example.com");

    assertThat(mx()).isInstanceOf(Bogus.class);
  }

  @Test
  void ordinaryLookUpDoesNotCareForSignatures() {
    zone.addMx("example.com", 10, "mx.example.com");
    signer.spoil("example.com", TestSigner.Flaw.FORGED);

    assertThat(await(new DnsjavaLookup(List.of(server.address())).mx(DOMAIN)))
        .isInstanceOf(LookupOutcome.Found.class);
  }

  @Test
  void resolverThatCallsAnAnswerProvenProvesNothing() {
    zone.addMx("example.net", 10, "mx.example.com");
    zone.addMx("example.com", 10, "mx.example.com");
    signer.spoil("example.com", TestSigner.Flaw.FORGED);
    zone.authenticate("example.net");
    zone.authenticate("example.com");

    assertThat(await(lookup.mx(DomainName.parse("example.net"))))
        .isInstanceOfSatisfying(
            Answered.class, answered -> assertThat(answered.proof()).isEqualTo(Proof.INSECURE));
    assertThat(mx()).isInstanceOf(Bogus.class);
  }

  @Test
  void provesAChainOfWhichEachAnswerHoldsAPart() {
    publishChainInParts();

    assertThat(await(lookup.addresses(DomainName.parse("alias.example.com"))).ipv4())
        .isEqualTo(
            new Answered<>(
                new LookupOutcome.Found<>(List.of(IpAddress.parse("192.0.2.1").orElseThrow())),
                Proof.SECURE,
                "host.example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alias.example.com", "middle.example.com", "host.example.com"})
  void chainInPartsIsBogusIfOneOfThemIs(String spoilt) {
    publishChainInParts();
    signer.spoil(spoilt, TestSigner.Flaw.FORGED);

    assertThat(await(lookup.addresses(DomainName.parse("alias.example.com"))).ipv4())
        .isInstanceOf(Bogus.class);
  }

  private void publishChainInParts() {
    zone.aliasesPerAnswer(1);
    zone.putAlias("alias.example.com", "middle.example.com");
    zone.putAlias("middle.example.com", "host.example.com");
    zone.addAddress("host.example.com", "192.0.2.1");
  }

  @Test
  void givesUpAfterEightAliases() {
    IntStream.range(0, 9).forEach(n -> zone.putAlias(n + ".example.com", n + 1 + ".example.com"));
    zone.addAddress("9.example.com", "192.0.2.1");

    assertThat(reason(await(lookup.addresses(DomainName.parse("0.example.com"))).ipv4()))
        .contains("more than 8 aliases");
    assertThat(await(lookup.addresses(DomainName.parse("1.example.com"))).ipv4())
        .matches(SecureOutcome::isSecure);
  }

  @Test
  void neverTakesLongerThanItsLimit() {
    zone.silence("com");
    zone.addMx("example.com", 10, "mx.example.com");
    long start = System.nanoTime();

    assertThat(await(lookup(Duration.ofMillis(300)).mx(DOMAIN))).isInstanceOf(Failed.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void asksNoMoreThanSoManyQuestionsForOneProof() {
    zone.addMx("example.com", 10, "mx.example.com");
    Upstream upstream = new Upstream(servers(), Deadline.in(Duration.ofSeconds(20)));
    Message question =
        Message.newQuery(
            Record.newRecord(Name.fromConstantString("example.com."), Type.MX, DClass.IN));
    IntStream.range(0, 150).forEach(n -> await(upstream.sendAsync(question)));
    assertThat(upstream.failure()).isEmpty();

    assertThat(upstream.sendAsync(question).toCompletableFuture()).isCompletedExceptionally();
    assertThat(upstream.failure()).isPresent();
  }

  @Test
  void takesNoAnswerOfHundredsOfRecords() {
    IntStream.range(0, 501).forEach(n -> zone.addMx("example.com", n, "mx.example.com"));

    assertThat(reason(mx())).contains("more than 500 records");
  }

  @Test
  void keepsEightKibibytesOfTlsaAndLeavesTheLongestOut() {
    zone.addTlsa("_25._tcp.example.com", 3, 1, 0, new byte[8 * 1024 - 32]);
    zone.addTlsa("_25._tcp.example.com", 3, 0, 0, new byte[9_000]);
    zone.addTlsa("_25._tcp.example.com", 3, 1, 1, new byte[32]);

    List<TlsaRecord> records =
        await(lookup.tlsa(DOMAIN))
            .fold(
                (answer, proof) ->
                    answer.fold(found -> found, absent -> List.of(), failed -> List.of()),
                bogus -> List.of(),
                failed -> List.of());

    assertThat(records)
        .containsExactly(
            new TlsaRecord(3, 1, 0, "00".repeat(8 * 1024 - 32)),
            new TlsaRecord(3, 1, 1, "00".repeat(32)));
  }

  @Test
  void settingsSayWhoProvesAndFromWhere() throws IOException {
    Path anchor = Files.writeString(folder.resolve("root.key"), signer.anchor(), US_ASCII);
    zone.addMx("example.com", 10, "mx.example.com");
    zone.authenticate("example.com");

    assertThat(proof(Map.of("FAROL_DNSSEC_ANCHOR", anchor.toString()))).isEqualTo(Proof.SECURE);
    assertThat(proof(Map.of("FAROL_DNSSEC", "trust-ad"))).isEqualTo(Proof.SECURE);
    assertThat(proof(Map.of("FAROL_DNSSEC", "off"))).isEqualTo(Proof.UNCHECKED);
  }

  private Proof proof(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    return await(DnsjavaDaneLookup.of(settings, servers(), Clock.systemUTC()).mx(DOMAIN))
        .fold(
            (answer, proof) -> proof,
            bogus -> {
              throw new AssertionError(bogus);
            },
            failed -> {
              throw new AssertionError(failed);
            });
  }

  /** While a root's key is being replaced, the old and the new one are both there. */
  static Stream<BiFunction<TestSigner, TestSigner, String>> anchorsOfTwoKeys() {
    return Stream.of(
        (root, other) -> root.anchor() + other.anchor(),
        (root, other) -> other.anchor() + root.anchor(),
        (root, other) -> root.anchorKey() + other.anchorKey(),
        (root, other) -> other.anchorKey() + root.anchor(),
        (root, other) -> other.anchor() + root.anchorKey());
  }

  @ParameterizedTest
  @MethodSource("anchorsOfTwoKeys")
  void anyOfSeveralAnchorsWillDo(BiFunction<TestSigner, TestSigner, String> anchors) {
    zone.addMx("example.com", 10, "mx.example.com");
    DaneLookup anchored = lookup(TrustAnchors.of(anchors.apply(signer, new TestSigner("."))));

    assertThat(await(anchored.mx(DOMAIN))).matches(SecureOutcome::isSecure);
  }

  @Test
  void fileWithoutAnchorsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TrustAnchors.of("; nothing\n"));
    assertThatIllegalArgumentException().isThrownBy(() -> TrustAnchors.of(". IN DS 1 2 nonsense"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustAnchors.of(". IN NS a.root-servers.net."));
  }

  private SecureOutcome<MailExchanger> mx() {
    return await(lookup.mx(DOMAIN));
  }

  private static String reason(SecureOutcome<?> outcome) {
    return outcome.<String>fold(
        (answer, proof) -> "answered " + answer, bogus -> bogus, failed -> failed);
  }
}
