package farol.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyAnswers;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.PolicyFetchContract;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.network.IpNetwork;
import farol.network.ProbeTargets;
import farol.probe.Authorities;
import farol.probe.CertificateCheck;
import farol.probe.Dialer;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import farol.probe.TestConnector;
import farol.probe.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsPolicyFetchTest extends PolicyFetchContract {
  private static final String HOST = "mta-sts.example.com";
  private static final String IPV4 = "192.0.2.1";
  private static final String IPV6 = "2001:db8::1";
  private static final ServerAuthority ROOT = ServerAuthority.root("Root");
  private static final ServerIdentity IDENTITY = ROOT.intermediate("Intermediate").issue(HOST);

  @TempDir Path folder;

  private final FakeLookup lookup = new FakeLookup();
  private final TestConnector connector = new TestConnector();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<AutoCloseable> servers = new ArrayList<>();
  private PolicyFetch fetch;

  @BeforeEach
  void prepare() throws IOException {
    fetch = fetch(Duration.ofSeconds(30));
  }

  private PolicyFetch fetch(Duration limit) throws IOException {
    ProbeTargets targets =
        new ProbeTargets(
            Stream.of("192.0.2.0/24", "2001:db8::/32")
                .map(network -> IpNetwork.parse(network).orElseThrow())
                .toList());
    return new HttpsPolicyFetch(
        lookup,
        new Dialer(targets, connector, 443),
        CertificateCheck.trusting(Authorities.in(ROOT.writeTo(folder)), Clock.systemUTC()),
        threads,
        limit);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable server : servers) {
      server.close();
    }
    threads.shutdownNow();
  }

  @Override
  protected PolicyFetch fetch() {
    return fetch;
  }

  /** By a real server, where others are written for the occasion. */
  @Override
  protected void serve(String domain, String body) {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      servers.add(() -> server.stop(0));
      server.setHttpsConfigurator(new HttpsConfigurator(IDENTITY.context()));
      server.createContext(
          "/.well-known/mta-sts.txt",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
          });
      server.start();
      publish("mta-sts." + domain, server.getAddress().getPort(), IPV4, IPV6);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected void serveByIpv4Only(String domain, String body) {
    serve(domain, body);
    lookup.putAddresses("mta-sts." + domain, IPV4);
  }

  @Override
  protected void serveStatus(String domain, int status) {
    answer("HTTP/1.1 " + status + " Some Reason\r\nContent-Length: 3\r\n\r\nno\n");
  }

  @Override
  protected void redirect(String domain, String target) {
    answer("HTTP/1.1 301 Moved\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");
  }

  @Override
  protected void failLookup(String domain) {
    lookup.fail("mta-sts." + domain, "SERVFAIL");
  }

  /** What a server does once TLS is there and the request has come. */
  @FunctionalInterface
  private interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private TestServer answer(String response) {
    return script(out -> out.write(response.getBytes(ISO_8859_1)));
  }

  private TestServer script(Script script) {
    return server(
        connection -> {
          Socket secured = IDENTITY.secure(connection);
          readRequest(secured);
          script.answer(secured.getOutputStream());
          secured.close();
        });
  }

  private static List<String> readRequest(Socket secured) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(secured.getInputStream(), ISO_8859_1));
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  private TestServer server(TestServer.Conversation conversation) {
    TestServer server = TestServer.start(conversation);
    servers.add(server);
    publish(HOST, server.port(), IPV4, IPV6);
    return server;
  }

  private void publish(String host, int port, String... addresses) {
    lookup.putAddresses(host, addresses);
    Stream.of(addresses).forEach(address -> connector.lead(address, port));
  }

  @Test
  void asksForTheHostByItsNameAtItsAddress() throws Exception {
    CompletableFuture<List<String>> request = new CompletableFuture<>();
    server(
        connection -> {
          Socket secured = IDENTITY.secure(connection);
          request.complete(readRequest(secured));
          secured.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nbody".getBytes(ISO_8859_1));
          secured.close();
        });
    lookup.putAddresses(HOST, IPV4);

    assertThat(text(answers().ipv4())).isEqualTo(": body");
    assertThat(request.get(10, TimeUnit.SECONDS))
        .contains("GET /.well-known/mta-sts.txt HTTP/1.1", "Host: " + HOST, "Connection: close")
        .noneMatch(line -> line.startsWith("Accept-Encoding"));
    assertThat(connector.attempts()).extracting(Object::toString).containsExactly(IPV4);
  }

  @Test
  void showsAddressTlsAndChain() {
    serve(DOMAIN.value(), "body");

    assertThat(answers().ipv6())
        .isInstanceOfSatisfying(
            PolicyAnswer.Fetched.class,
            fetched -> {
              assertThat(fetched.address()).hasToString(IPV6);
              assertThat(fetched.tls().protocol()).isEqualTo("TLSv1.3");
              assertThat(fetched.tls().chain()).isEqualTo(IDENTITY.chain());
            });
  }

  @Test
  void asksForOnePolicyAtATimeWhereThoseOfManyDomainsAreAtOneAddress() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger mostOpen = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    TestServer server =
        server(
            connection -> {
              mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
              two.countDown();
              boolean unused = two.await(300, TimeUnit.MILLISECONDS);
              open.decrementAndGet();
            });
    lookup.putAddresses("mta-sts.example.com", IPV4);
    lookup.putAddresses("mta-sts.example.net", IPV4);

    Stream.of("example.com", "example.net")
        .map(domain -> fetch.fetch(DomainName.parse(domain)))
        .toList()
        .forEach(answers -> assertThat(answers).succeedsWithin(Duration.ofSeconds(25)));
    assertThat(server.connections()).isEqualTo(2);
    assertThat(mostOpen).hasValue(1);
  }

  static Stream<Arguments> goodResponses() {
    return Stream.of(
        Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyjunk", ": body"),
        Arguments.of("HTTP/1.0 200 OK\r\n\r\nbody", ": body"),
        Arguments.of("HTTP/1.1 200\r\nContent-Type: a/b;c=d\r\n\r\nbody", "a/b;c=d: body"),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
            ": body"),
        Arguments.of(
            "HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", ": body"),
        Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ": "),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nContent-Type: " + "t".repeat(5_000) + "\r\n\r\n",
            "t".repeat(100) + "…: "),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nContent-Type: te\u0001xt\u0085\r\n\r\n", "te\ufffdxt\ufffd: "));
  }

  @ParameterizedTest
  @MethodSource("goodResponses")
  void understandsHttp(String response, String text) {
    answer(response);

    assertThat(text(answers().ipv4())).isEqualTo(text);
  }

  static Stream<Arguments> badResponses() {
    return Stream.of(
        Arguments.of("", "BAD_HTTP"),
        Arguments.of("version: STSv1\r\n\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 twohundred OK\r\n\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/2.0 200 OK\r\n\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbody", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nbody", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbody", "BAD_HTTP"),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(101) + "\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 200 OK\r\nX: " + "y".repeat(9_000) + "\r\n\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 100 Continue\r\n\r\n".repeat(7), "BAD_HTTP"),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                + "X: y\r\n".repeat(101)
                + "\r\n",
            "BAD_HTTP"),
        Arguments.of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + "x".repeat(9_000),
            "BAD_HTTP"),
        Arguments.of("HTTP/1.1 600 What\r\n\r\n", "STATUS_600"),
        Arguments.of("HTTP/1.1 2147483647 Much\r\n\r\n", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 99 Little\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "BAD_HTTP"),
        Arguments.of("HTTP/1.1 204 No Content\r\n\r\n", "STATUS_204"),
        Arguments.of("HTTP/1.1 206 Partial\r\nContent-Length: 1\r\n\r\nb", "STATUS_206"),
        Arguments.of("HTTP/1.1 304 Not Modified\r\n\r\n", "STATUS_304"),
        Arguments.of("HTTP/1.1 503 Busy\r\n\r\n", "STATUS_503"));
  }

  @ParameterizedTest
  @MethodSource("badResponses")
  void takesNothingElse(String response, String code) {
    answer(response);

    assertThat(text(answers().ipv4())).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirectOfAnyKind(int status) {
    TestServer target = TestServer.start(connection -> connection.getInputStream().read());
    servers.add(target);
    answer(
        "HTTP/1.1 "
            + status
            + " Moved\r\nLocation: https://127.0.0.1:"
            + target.port()
            + "/\r\n\r\n");

    assertThat(text(answers().ipv4())).isEqualTo("REDIRECT");
    assertThat(target.connections()).isZero();
  }

  @Test
  void quotesNoMoreThanAnExcerptOfALocation() {
    redirect(DOMAIN.value(), "https://example.com/" + "x".repeat(5_000));

    assertThat(answers().ipv4())
        .isInstanceOfSatisfying(
            PolicyAnswer.Failed.class, failed -> assertThat(failed.detail()).hasSize(101));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536})
  void takesABodyUpTo64Kibibytes(int size) {
    answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(size));

    assertThat(text(answers().ipv4())).hasSize(": ".length() + size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "Content-Length: 65537\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n10001\r\n"
      })
  void takesNoLargerBody(String head) {
    answer("HTTP/1.1 200 OK\r\n" + head + "x".repeat(65_537));

    assertThat(text(answers().ipv4())).isEqualTo("TOO_LARGE");
  }

  @Test
  void bodyWithoutEndIsTooLarge() {
    script(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
          while (true) {
            out.write(new byte[8_192]);
          }
        });

    assertThat(text(answers().ipv4())).isEqualTo("TOO_LARGE");
  }

  @Test
  void headersWithoutEndAreBadHttp() {
    script(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
          while (true) {
            out.write("X: y\r\n".getBytes(ISO_8859_1));
          }
        });

    assertThat(text(answers().ipv4())).isEqualTo("BAD_HTTP");
  }

  @Test
  void dripIsTooSlow() throws IOException {
    script(
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
          while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
          }
        });

    assertTooSlow();
  }

  @Test
  void silenceAfterTheRequestIsTooSlow() throws IOException {
    script(out -> Thread.sleep(10_000));

    assertTooSlow();
  }

  @Test
  void silenceInsteadOfTlsIsTooSlow() throws IOException {
    server(connection -> Thread.sleep(10_000));

    assertTooSlow();
  }

  private void assertTooSlow() throws IOException {
    lookup.putAddresses(HOST, IPV4);
    fetch = fetch(Duration.ofMillis(700));
    long start = System.nanoTime();

    assertThat(text(answers().ipv4())).isEqualTo("TOO_SLOW");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mx.example.com ESMTP\r\n",
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "" // closes at once
      })
  void serverWithoutTlsIsATlsFailure(String bytes) {
    server(
        connection -> {
          connection.getOutputStream().write(bytes.getBytes(ISO_8859_1));
          connection.getOutputStream().flush();
          connection.shutdownOutput();
          connection.getInputStream().readAllBytes();
        });

    assertThat(text(answers().ipv4())).isEqualTo("TLS_FAILED");
  }

  /** What a server sends that knows no newer TLS than 1.1: a ServerHello of that version. */
  @Test
  void tlsBefore12IsATlsFailure() {
    byte[] hello =
        HexFormat.of()
            .parseHex("160302002a" + "02000026" + "0302" + "5a".repeat(32) + "00" + "c013" + "00");
    server(
        connection -> {
          connection.getInputStream().read(new byte[512]);
          connection.getOutputStream().write(hello);
          connection.getOutputStream().flush();
          connection.getInputStream().readAllBytes();
        });

    assertThat(answers().ipv4())
        .isInstanceOfSatisfying(
            PolicyAnswer.Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(PolicyFailure.TLS_FAILED);
              assertThat(failed.detail()).contains("version");
            });
  }

  static Stream<Arguments> badIdentities() {
    return Stream.of(
        Arguments.of(ROOT.issueExpired(HOST), "CERTIFICATE_INVALID_DATE"),
        Arguments.of(ROOT.issue("example.com"), "CERTIFICATE_INVALID_NAME"),
        Arguments.of(IDENTITY.alone(), "CERTIFICATE_INVALID_ISSUER"),
        Arguments.of(ServerAuthority.root("Other").issue(HOST), "CERTIFICATE_INVALID_ISSUER"));
  }

  @ParameterizedTest
  @MethodSource("badIdentities")
  void sendsNothingToAServerWithABadCertificateAndShowsIt(ServerIdentity identity, String code) {
    CompletableFuture<Integer> received = new CompletableFuture<>();
    server(
        connection -> {
          try {
            received.complete(identity.secure(connection).getInputStream().read());
          } catch (IOException refused) {
            received.complete(-1);
          }
        });
    lookup.putAddresses(HOST, IPV4);

    assertThat(answers().ipv4())
        .isInstanceOfSatisfying(
            PolicyAnswer.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.chain()).isEqualTo(identity.chain());
              assertThat(failed.address()).hasToString(IPV4);
            });
    assertThat(received.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(-1);
  }

  @Test
  void takesTheNextAddressWhereOneCannotBeConnectedTo() {
    serve(DOMAIN.value(), "body");
    lookup.putAddresses(HOST, "10.0.0.1", "192.0.2.0", IPV4);

    assertThat(text(answers().ipv4())).isEqualTo("text/plain: body");
    assertThat(connector.attempts())
        .extracting(Object::toString)
        .containsExactly("192.0.2.0", IPV4);
  }

  @Test
  void triesFourAddresses() {
    lookup.putAddresses(HOST, "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5");

    assertThat(text(answers().ipv4())).isEqualTo("CONNECT_FAILED");
    assertThat(connector.attempts()).hasSize(4);
  }

  @Test
  void saysWhyThereIsNoConnection() {
    lookup.putAddresses(HOST, IPV4, IPV6);
    connector.fail(IPV4, new SocketTimeoutException("Connect timed out"));
    connector.fail(IPV6, new SocketException("Network is unreachable"));

    PolicyAnswers answers = answers();

    assertThat(text(answers.ipv4())).isEqualTo("CONNECT_TIMEOUT");
    assertThat(text(answers.ipv6())).isEqualTo("NO_ROUTE");
  }

  @Test
  void mappedAddressIsNoneOfIpv6() {
    lookup.putAddresses(HOST, "::ffff:192.0.2.1");

    assertThat(text(answers().ipv6())).isEqualTo("FORBIDDEN_ADDRESS");
    assertThat(connector.attempts()).isEmpty();
  }

  @Test
  void domainWhosePolicyHostWouldHaveTooLongANameHasNone() {
    DomainName longest = DomainName.parse(("a".repeat(60) + ".").repeat(4) + "example");

    PolicyAnswers answers =
        fetch.fetch(longest).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();

    assertThat(text(answers.ipv4())).isEqualTo("NO_ADDRESS");
  }

  @Test
  void lookUpThatBreaksIsNoFailureOfTheStage() throws IOException {
    fetch =
        new HttpsPolicyFetch(
            new BrokenLookup(),
            new Dialer(new ProbeTargets(List.of()), connector, 443),
            CertificateCheck.ANY,
            threads,
            Duration.ofSeconds(1));

    assertThat(text(answers().ipv4())).isEqualTo("INTERNAL_ERROR");
    assertThat(text(answers().ipv6())).isEqualTo("INTERNAL_ERROR");
  }

  /** One with a mistake in it. */
  private static final class BrokenLookup implements RecordLookup {
    @Override
    public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
      return CompletableFuture.failedFuture(new IllegalStateException("a mistake"));
    }

    @Override
    public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
      return CompletableFuture.failedFuture(new IllegalStateException("a mistake"));
    }

    @Override
    public CompletionStage<HostAddresses> addresses(DomainName host) {
      return CompletableFuture.failedFuture(new IllegalStateException("a mistake"));
    }
  }

  @Test
  void neverCompletesExceptionally() throws IOException {
    lookup.putAddresses(HOST, IPV4);
    HttpsPolicyFetch without =
        new HttpsPolicyFetch(
            lookup,
            new Dialer(new ProbeTargets(List.of()), connector, 443),
            CertificateCheck.trusting(Authorities.in(ROOT.writeTo(folder)), Clock.systemUTC()),
            task -> {
              throw new RejectedExecutionException("no thread");
            },
            Duration.ofSeconds(1));

    PolicyAnswers answers =
        without.fetch(DOMAIN).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();

    assertThat(text(answers.ipv4())).isEqualTo("INTERNAL_ERROR");
  }
}
