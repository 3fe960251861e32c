package farol.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.LookupOutcome.TemporaryFailure;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.RecordLookupContract;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.network.IpAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsjavaLookupTest extends RecordLookupContract {
  private static final String NAME = "_smtp._tls.example.com";
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final TestDnsServer server = TestDnsServer.start();
  private final TestDnsServer second = TestDnsServer.start();
  private final TestZone zone = server.zone();
  private final RecordLookup lookup = new DnsjavaLookup(List.of(server.address()));

  @AfterEach
  void stop() throws IOException {
    server.close();
    second.close();
  }

  @Override
  protected RecordLookup lookup() {
    return lookup;
  }

  @Override
  protected void putTxt(String name, byte[]... values) {
    zone.remove(name);
    Stream.of(values).forEach(value -> zone.addTxt(name, value, 255));
  }

  @Override
  protected void putMx(String domain, MailExchanger... exchangers) {
    Stream.of(exchangers)
        .forEach(
            exchanger ->
                zone.addMx(
                    domain, exchanger.preference(), exchanger.isNull() ? "." : exchanger.target()));
  }

  @Override
  protected void putAddresses(String host, String... addresses) {
    Stream.of(addresses).forEach(address -> zone.addAddress(host, address));
  }

  @Override
  protected void fail(String name) {
    zone.servfail(name);
  }

  @Override
  protected void remove(String name) {
    zone.remove(name);
  }

  @Test
  void joinsStringsOfAnyLengthWithoutSpaces() {
    zone.addTxt(NAME, "v=TLSRPTv1; rua=mailto:a@example.com".getBytes(UTF_8), 7);

    assertThat(txt()).isEqualTo(new Found<>(List.of("v=TLSRPTv1; rua=mailto:a@example.com")));
  }

  @Test
  void asksBigAnswersByTcp() {
    zone.truncate(NAME);
    zone.putTxt(NAME, "over TCP");

    assertThat(txt()).isEqualTo(new Found<>(List.of("over TCP")));
    assertThat(zone.tcpQueries(NAME)).isEqualTo(1);
    assertThat(zone.queries(NAME)).isEqualTo(2);
  }

  @Test
  void asksByUdpWithRoomForAnOrdinaryAnswer() {
    zone.putTxt(NAME, "x".repeat(1000));

    assertThat(txt()).isInstanceOf(Found.class);
    assertThat(zone.tcpQueries(NAME)).isZero();
  }

  @Test
  void answerThatNeverComesIsAFailure() {
    zone.silence(NAME);
    Duration patience = Duration.ofMillis(200);

    assertThatFailure(txt(new DnsjavaLookup(List.of(server.address()), patience, LIMIT)))
        .contains("no answer in time", server.setting());
    assertThat(zone.queries(NAME)).isEqualTo(2);
  }

  @Test
  void serverThatIsNotThereIsAFailure() throws IOException {
    InetSocketAddress nobody = nobody();

    assertThatFailure(txt(new DnsjavaLookup(List.of(nobody), Duration.ofSeconds(2), LIMIT)))
        .contains("nothing listens on that port", String.valueOf(nobody.getPort()));
  }

  private static InetSocketAddress nobody() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }
  }

  @Test
  void answerThatComesTooLateIsAFailure() {
    zone.putTxt(NAME, "late");
    zone.delay(NAME, Duration.ofSeconds(3));

    assertThatFailure(
            txt(new DnsjavaLookup(List.of(server.address()), Duration.ofMillis(200), LIMIT)))
        .contains("no answer in time");
  }

  @Test
  void neverTakesLongerThanItsLimit() {
    zone.silence(NAME);
    List<InetSocketAddress> servers = List.of(server.address(), second.address());
    second.zone().silence(NAME);
    long start = System.nanoTime();

    assertThatFailure(
            txt(new DnsjavaLookup(servers, Duration.ofSeconds(8), Duration.ofMillis(300))))
        .contains("no answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(second.zone().queries(NAME)).isZero();
  }

  @Test
  void closedPortIsAFailure() throws IOException {
    second.close();

    assertThatFailure(txt(new DnsjavaLookup(List.of(second.address())))).contains(second.setting());
  }

  @Test
  void failureNamesTheCodeAndTheServer() {
    zone.refuse(NAME);

    assertThatFailure(txt()).isEqualTo("REFUSED from " + server.setting());
  }

  @Test
  void referralSaysNothingAboutTheName() {
    zone.refer(NAME);

    assertThatFailure(txt()).contains("referral");
  }

  @Test
  void asksTheNextServerWhenOneFails() {
    zone.servfail(NAME);
    second.zone().putTxt(NAME, "from the second");

    assertThat(txt(both())).isEqualTo(new Found<>(List.of("from the second")));
  }

  @Test
  void asksTheNextServerWhenOneIsSilent() {
    zone.silence(NAME);
    second.zone().putTxt(NAME, "from the second");
    List<InetSocketAddress> servers = List.of(server.address(), second.address());

    assertThat(txt(new DnsjavaLookup(servers, Duration.ofMillis(200), LIMIT)))
        .isEqualTo(new Found<>(List.of("from the second")));
  }

  @Test
  void asksOnlyTheFirstServerWhenItAnswers() {
    zone.putTxt("other.example.com", "makes the name above exist");
    second.zone().putTxt(NAME, "from the second");

    assertThat(txt(both())).isEqualTo(new Absent<>(Reason.NO_SUCH_NAME));
    assertThat(second.zone().queries(NAME)).isZero();
  }

  @Test
  void goesBackToTheFirstServerForTheNextQuestion() {
    RecordLookup both = both();
    zone.servfail(NAME);
    assertThat(txt(both)).isInstanceOf(Absent.class);
    zone.remove(NAME);
    zone.putTxt(NAME, "recovered");

    assertThat(txt(both)).isEqualTo(new Found<>(List.of("recovered")));
  }

  @Test
  void triesAServerAgainAfterAFailure() {
    zone.servfail(NAME);

    assertThat(txt()).isInstanceOf(TemporaryFailure.class);
    assertThat(zone.queries(NAME)).isEqualTo(2);
  }

  @Test
  void followsEightAliasesInOneAnswer() {
    chain(8);

    assertThat(txt()).isEqualTo(new Found<>(List.of("end")));
    assertThat(zone.queries(NAME)).isEqualTo(1);
  }

  @Test
  void followsEightAliasesOverManyAnswers() {
    zone.aliasesPerAnswer(1);
    chain(8);

    assertThat(txt()).isEqualTo(new Found<>(List.of("end")));
  }

  @Test
  void givesUpAfterEightAliases() {
    chain(9);

    assertThatFailure(txt()).contains("more than 8 aliases");
  }

  @Test
  void givesUpAfterEightAliasesOverManyAnswers() {
    zone.aliasesPerAnswer(1);
    chain(9);

    assertThatFailure(txt()).contains("more than 8 aliases");
  }

  @Test
  void loopOfAliasesIsAFailure() {
    zone.putAlias(NAME, "a.example.com");
    zone.putAlias("a.example.com", NAME);

    assertThatFailure(txt()).contains("loop");
  }

  @Test
  void aliasOfItselfIsAFailure() {
    zone.aliasesPerAnswer(1);
    zone.putAlias(NAME, NAME);

    assertThatFailure(txt()).contains("loop");
  }

  @Test
  void keepsEightKibibytesOfAddressesBehindAnAlias() {
    zone.addAddress("mx.example.com", "192.0.2.1");
    zone.putAlias("alias.example.com", "mx.example.com");
    IntStream.range(0, 3_000)
        .forEach(n -> zone.addAddress("mx.example.com", "10.1." + n / 250 + "." + n % 250));

    HostAddresses addresses =
        lookup
            .addresses(DomainName.parse("alias.example.com"))
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join();

    List<IpAddress> ipv4 =
        addresses.ipv4().fold(found -> found, absent -> List.of(), failed -> List.of());
    assertThat(ipv4).hasSize(2048).first().hasToString("10.1.0.0");
    assertThat(addresses.ipv6()).isEqualTo(new Absent<>(Reason.NO_SUCH_RECORD));
  }

  @Test
  void aliasOfNothingIsAbsent() {
    zone.putAlias(NAME, "nothing.example.net");

    assertThat(txt()).isEqualTo(new Absent<>(Reason.NO_SUCH_NAME));
    assertThat(zone.queries("nothing.example.net")).isZero();
  }

  @Test
  void aliasOfANameWithoutSuchRecordIsAbsent() {
    zone.putAlias(NAME, "mail.example.net");
    zone.addMx("mail.example.net", 10, "mx.example.net");

    assertThat(txt()).isEqualTo(new Absent<>(Reason.NO_SUCH_RECORD));
  }

  @Test
  void recordsOfOtherNamesAreNoAnswer() {
    zone.putTxt(NAME, "ours");
    zone.addStranger(NAME, "_smtp._tls.example.net", "forged");

    assertThat(txt()).isEqualTo(new Found<>(List.of("ours")));
  }

  @Test
  void brokenAliasTargetIsAFailure() {
    zone.aliasesPerAnswer(1);
    zone.putAlias(NAME, "broken.example.net");
    zone.servfail("broken.example.net");

    assertThatFailure(txt()).contains("SERVFAIL");
  }

  @Test
  void keepsTwoHundredLookupsInFlight() {
    List<OwnerName> names =
        IntStream.range(0, 200).mapToObj(n -> new OwnerName("n" + n + ".example.com")).toList();
    for (OwnerName name : names) {
      zone.putTxt(name.value(), "for " + name);
      zone.delay(name.value(), Duration.ofMillis(500));
    }
    long start = System.nanoTime();

    List<CompletionStage<LookupOutcome<String>>> stages = names.stream().map(lookup::txt).toList();

    assertThat(stages)
        .extracting(RecordLookupContract::await)
        .containsExactlyElementsOf(
            names.stream()
                .<LookupOutcome<String>>map(n -> new Found<>(List.of("for " + n)))
                .toList());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void keepsTwoHundredLookupsInFlightByTcp() {
    List<OwnerName> names =
        IntStream.range(0, 200).mapToObj(n -> new OwnerName("n" + n + ".example.com")).toList();
    names.forEach(name -> zone.putTxt(name.value(), "x".repeat(5000)));

    List<CompletionStage<LookupOutcome<String>>> stages = names.stream().map(lookup::txt).toList();

    assertThat(stages)
        .extracting(RecordLookupContract::await)
        .containsOnly(new Found<>(List.of("x".repeat(5000))));
  }

  private void chain(int aliases) {
    String name = NAME;
    for (int number = 1; number <= aliases; number++) {
      String next = "alias" + number + ".example.com";
      zone.putAlias(name, next);
      name = next;
    }
    zone.putTxt(name, "end");
  }

  private RecordLookup both() {
    return new DnsjavaLookup(List.of(server.address(), second.address()));
  }

  private LookupOutcome<String> txt() {
    return txt(lookup);
  }

  private static LookupOutcome<String> txt(RecordLookup lookup) {
    return await(lookup.txt(new OwnerName(NAME)));
  }

  private static AbstractStringAssert<?> assertThatFailure(LookupOutcome<String> outcome) {
    return assertThat(
        outcome.<String>fold(
            found -> "found " + found, absent -> "absent: " + absent, failed -> failed));
  }
}
