package farol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import farol.dns.DnsjavaLookup;
import farol.dns.TestDnsServer;
import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.shared.DomainName;
import farol.fetch.HttpsPolicyFetch;
import farol.network.IpAddress;
import farol.network.ProbeTargets;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.smtp.SocketSmtpProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that anybody can publish lead to addresses that nobody outside should reach through Farol
 * (server-side request forgery). Connections are counted where sockets are opened, and at a
 * listener on this machine that every opened one reaches, whatever its address.
 */
class ForgedTargetsTest {
  private static final String PUBLIC = "198.20.0.1";
  private static final String LOOPBACK = "127.0.0.1";
  private static final DomainName REBINDING = DomainName.parse("rebinding.example");
  private static final Map<String, String> ADDRESSES_BY_NETWORK =
      Map.ofEntries(
          Map.entry("0.0.0.0/8", "0.0.0.0"),
          Map.entry("10.0.0.0/8", "10.0.0.1"),
          Map.entry("100.64.0.0/10", "100.64.0.1"),
          Map.entry("127.0.0.0/8", LOOPBACK),
          Map.entry("169.254.0.0/16", "169.254.169.254"),
          Map.entry("172.16.0.0/12", "172.16.0.1"),
          Map.entry("192.0.0.0/24", "192.0.0.9"),
          Map.entry("192.0.2.0/24", "192.0.2.1"),
          Map.entry("192.31.196.0/24", "192.31.196.1"),
          Map.entry("192.52.193.0/24", "192.52.193.1"),
          Map.entry("192.88.99.0/24", "192.88.99.1"),
          Map.entry("192.168.0.0/16", "192.168.0.1"),
          Map.entry("192.175.48.0/24", "192.175.48.1"),
          Map.entry("198.18.0.0/15", "198.18.0.1"),
          Map.entry("198.51.100.0/24", "198.51.100.1"),
          Map.entry("203.0.113.0/24", "203.0.113.1"),
          Map.entry("224.0.0.0/4", "224.0.0.1"),
          Map.entry("240.0.0.0/4", "255.255.255.255"),
          Map.entry("::/128", "::"),
          Map.entry("::1/128", "::1"),
          Map.entry("64:ff9b::/96", "64:ff9b::127.0.0.1"),
          Map.entry("64:ff9b:1::/48", "64:ff9b:1::10.0.0.1"),
          Map.entry("100::/64", "100::1"),
          Map.entry("100:0:0:1::/64", "100:0:0:1::1"),
          Map.entry("2001::/32", "2001::1"),
          Map.entry("2001:1::/32", "2001:1::1"),
          Map.entry("2001:2::/48", "2001:2::1"),
          Map.entry("2001:3::/32", "2001:3::1"),
          Map.entry("2001:4:112::/48", "2001:4:112::1"),
          Map.entry("2001:10::/28", "2001:10::1"),
          Map.entry("2001:20::/28", "2001:20::1"),
          Map.entry("2001:db8::/32", "2001:db8::1"),
          Map.entry("2002::/16", "2002:7f00:1::1"),
          Map.entry("2620:4f:8000::/48", "2620:4f:8000::1"),
          Map.entry("3fff::/20", "3fff::1"),
          Map.entry("5f00::/16", "5f00::1"),
          Map.entry("fc00::/7", "fd12:3456:789a::1"),
          Map.entry("fe80::/10", "fe80::1"),
          Map.entry("ff00::/8", "ff02::1"));

  private final TestDnsServer dns = TestDnsServer.start();
  private final RecordLookup lookup = new DnsjavaLookup(List.of(dns.address()));
  private final TestServer listener = TestServer.start(connection -> {});
  private final TestConnector connector = new TestConnector();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private String allowed = "";

  @AfterEach
  void stop() throws IOException {
    dns.close();
    listener.close();
    threads.shutdownNow();
  }

  @Test
  void nothingThatIsNotPublicIsReachedUnlessItIsAllowed() {
    List<DomainName> domains = new ArrayList<>();
    for (String address : ADDRESSES_BY_NETWORK.values()) {
      DomainName domain = DomainName.parse("n" + domains.size() + ".example");
      publish(domain, address);
      domains.add(domain);
    }

    Connections forbidden = connect(domains);
    allowed = String.join(",", ADDRESSES_BY_NETWORK.keySet());
    Connections permitted = connect(domains);

    System.out.printf(
        "%d special-purpose networks, by policy and by MX, and a name that moves to loopback:%n"
            + "FAROL_PROBE_ALLOW empty: %s%nFAROL_PROBE_ALLOW with those networks: %s%n",
        ADDRESSES_BY_NETWORK.size(), forbidden, permitted);
    assertThat(ADDRESSES_BY_NETWORK).hasSizeGreaterThanOrEqualTo(30);
    assertThat(forbidden).isEqualTo(new Connections(0, 0, 2));
    int all = 2 * (ADDRESSES_BY_NETWORK.size() + 1);
    assertThat(permitted).isEqualTo(new Connections(all, all, 2));
  }

  /**
   * What was connected to.
   *
   * @param opened where sockets are opened, to addresses that are not public
   * @param accepted at the listener
   * @param elsewhere where sockets are opened, to the public address that was looked up
   */
  private record Connections(long opened, long accepted, long elsewhere) {
    @Override
    public String toString() {
      return opened
          + " connections opened to them, "
          + accepted
          + " at the listener, "
          + elsewhere
          + " to the public address that the name had when it was looked up";
    }
  }

  /** Connects to all, and to a name that has a public address first and then another. */
  private Connections connect(List<DomainName> domains) {
    int openedBefore = connector.attempts().size();
    int acceptedBefore = listener.connections();
    domains.forEach(this::fetch);
    domains.forEach(this::probe);
    rebind();
    for (int lookUps = 1; lookUps <= 2; lookUps++) {
      fetch(REBINDING);
      probe(REBINDING);
    }
    List<IpAddress> opened =
        connector.attempts().subList(openedBefore, connector.attempts().size());
    long elsewhere = opened.stream().filter(address(PUBLIC)::equals).count();
    return new Connections(
        opened.size() - elsewhere, listener.connections() - acceptedBefore, elsewhere);
  }

  @Test
  void nameThatChangesItsAddressIsConnectedToWhereItWasLookedUp() {
    rebind();

    assertThat(fetch(REBINDING))
        .containsExactly(PolicyFailure.CONNECT_FAILED, PolicyFailure.NO_ADDRESS);
    assertThat(probe(REBINDING)).containsExactly(SmtpFailure.CONNECT_FAILED);
    assertThat(connector.attempts()).containsExactly(address(PUBLIC), address(PUBLIC));
    // Once for each family, and never again.
    assertThat(dns.zone().queries("mta-sts." + REBINDING)).isEqualTo(2);

    assertThat(fetch(REBINDING))
        .containsExactly(PolicyFailure.FORBIDDEN_ADDRESS, PolicyFailure.NO_ADDRESS);
    assertThat(probe(REBINDING)).containsExactly(SmtpFailure.FORBIDDEN_ADDRESS);
    assertThat(connector.attempts()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "2002:a00:1::1",
        "fec0::1"
      })
  void noOtherWayToWriteAForbiddenAddressHelps(String address) {
    DomainName domain = DomainName.parse("other.example");
    publish(domain, address);

    assertThat(fetch(domain))
        .containsExactly(PolicyFailure.NO_ADDRESS, PolicyFailure.FORBIDDEN_ADDRESS);
    assertThat(probe(domain)).containsExactly(SmtpFailure.FORBIDDEN_ADDRESS);
    assertThat(connector.attempts()).isEmpty();
  }

  private void publish(DomainName domain, String address) {
    dns.zone().addAddress("mta-sts." + domain, address);
    dns.zone().addMx(domain.value(), 10, "mx." + domain);
    dns.zone().addAddress("mx." + domain, address);
    connector.lead(address, listener.port());
  }

  /** Nothing listens at the public address. */
  private void rebind() {
    dns.zone().rebind("mta-sts." + REBINDING, PUBLIC, LOOPBACK);
    dns.zone().remove(REBINDING.value());
    dns.zone().addMx(REBINDING.value(), 10, "mx." + REBINDING);
    dns.zone().rebind("mx." + REBINDING, PUBLIC, LOOPBACK);
    connector.lead(LOOPBACK, listener.port());
  }

  /** What became of each family. */
  private List<Object> fetch(DomainName domain) {
    PolicyFetch fetch =
        new HttpsPolicyFetch(
            lookup, dialer(443), CertificateCheck.ANY, threads, Duration.ofSeconds(10));
    return await(
        fetch
            .fetch(domain)
            .thenApply(answers -> List.of(failure(answers.ipv4()), failure(answers.ipv6()))));
  }

  /** What became of each address of each mail exchanger. */
  private List<Object> probe(DomainName domain) {
    SmtpProbe probe =
        new SocketSmtpProbe(dialer(25), "farol.example", threads, Duration.ofSeconds(10));
    return found(await(lookup.mx(domain)))
        .flatMap(exchanger -> exchanger.host().stream())
        .flatMap(mx -> addresses(mx).map(address -> failure(await(probe.probe(mx, address)))))
        .toList();
  }

  private Stream<IpAddress> addresses(DomainName mx) {
    HostAddresses addresses = await(lookup.addresses(mx));
    return Stream.of(addresses.ipv4(), addresses.ipv6()).flatMap(ForgedTargetsTest::found);
  }

  private Dialer dialer(int port) {
    Settings settings = Settings.of(Map.of(Setting.PROBE_ALLOW.variable(), allowed));
    return new Dialer(new ProbeTargets(settings.networks(Setting.PROBE_ALLOW)), connector, port);
  }

  private static <T> Stream<T> found(LookupOutcome<T> outcome) {
    return outcome.<Stream<T>>fold(
        List::stream, absent -> Stream.empty(), failed -> Stream.empty());
  }

  private static Object failure(PolicyAnswer answer) {
    return answer.<Object>fold(fetched -> fetched, PolicyAnswer.Failed::failure);
  }

  private static Object failure(SmtpOutcome outcome) {
    return outcome.<Object>fold(secured -> secured, SmtpOutcome.Failed::failure);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
