package farol.smtp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.SmtpConversation;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.lookup.SmtpProbeContract;
import farol.domain.lookup.SmtpReply;
import farol.network.IpAddress;
import farol.network.IpNetwork;
import farol.network.ProbeTargets;
import farol.probe.Dialer;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import farol.probe.TestConnector;
import farol.probe.TestServer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketSmtpProbeTest extends SmtpProbeContract {
  private static final ServerIdentity IDENTITY =
      ServerAuthority.root("Root").intermediate("Intermediate").issueExpired("other.example");
  private static final String BANNER = "220 mx.example.com ESMTP\r\n";
  private static final String HELLO = "250-mx.example.com\r\n250-SIZE 1000\r\n250 STARTTLS\r\n";

  private final TestConnector connector = new TestConnector();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<TestServer> servers = new ArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private SmtpProbe probe = probe(Duration.ofSeconds(20));

  private SmtpProbe probe(Duration limit) {
    return new SocketSmtpProbe(dialer(), "tlsrpt.example.net", threads, limit);
  }

  private Dialer dialer() {
    return new Dialer(
        new ProbeTargets(List.of(IpNetwork.parse("192.0.2.0/24").orElseThrow())), connector, 25);
  }

  @AfterEach
  void stop() throws IOException {
    for (TestServer server : servers) {
      server.close();
    }
    threads.shutdownNow();
  }

  @Override
  protected SmtpProbe probe() {
    return probe;
  }

  /** What a server does with a connection. */
  @FunctionalInterface
  private interface Script {
    void run(MailSession session) throws IOException, InterruptedException;
  }

  private TestServer script(Script script) {
    return script(ADDRESS, script);
  }

  private TestServer script(String address, Script script) {
    TestServer server = TestServer.start(connection -> script.run(new MailSession(connection)));
    servers.add(server);
    connector.lead(address, server.port());
    return server;
  }

  private void hear(MailSession session) throws IOException {
    heard.add(session.hear());
  }

  @Override
  protected void serve(String address) {
    script(address, this::good);
  }

  private void good(MailSession session) throws IOException {
    session.say(BANNER);
    hear(session);
    session.say(HELLO);
    hear(session);
    session.say("220 go ahead\r\n").secure(IDENTITY);
    hear(session);
    session.say("250-mx.example.com\r\n250 SIZE 1000\r\n");
    hear(session);
    session.say("221 bye\r\n");
  }

  @Override
  protected void serveWithoutTls(String address) {
    script(
        address,
        session -> {
          session.say(BANNER);
          hear(session);
          session.say("250 mx.example.com\r\n");
          hear(session);
          session.say("221 bye\r\n");
        });
  }

  @Override
  protected void greet(String address, int code, String text) {
    script(
        address,
        session -> {
          session.say(code + " " + text + "\r\n");
          hear(session);
        });
  }

  @Test
  void saysWhatASenderSays() {
    serve(ADDRESS);

    outcome();

    assertThat(heard)
        .containsExactly("EHLO tlsrpt.example.net", "STARTTLS", "EHLO tlsrpt.example.net", "QUIT");
  }

  @Test
  void showsTheChainOfAnyCertificate() {
    serve(ADDRESS);

    assertThat(outcome().conversation().chain()).isEqualTo(IDENTITY.chain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 go away\r\n", "421-busy\r\n421 later\r\n"})
  void takesLeaveFromAServerThatRefuses(String banner) {
    script(
        session -> {
          session.say(banner);
          hear(session);
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.BANNER_REFUSED);
    assertThat(heard).containsExactly("QUIT");
  }

  @Test
  void saysHowEhloIsRefused() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say("502 what?\r\n").hear();
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.EHLO_REFUSED);
    assertThat(failed().detail()).isEqualTo("502 what?");
  }

  @Test
  void saysHowStartTlsIsRefused() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say("250-a\r\n250 starttls\r\n").hear();
          session.say("454 TLS not available\r\n").hear();
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.STARTTLS_REFUSED);
    assertThat(failed().detail()).isEqualTo("454 TLS not available");
  }

  @Test
  void quotesNoMoreThanAnExcerptOfALongRefusal() {
    script(session -> session.say("554-" + "no ".repeat(100) + "\r\n554 no\r\n").hear());

    assertThat(failed().detail()).startsWith("554 no no").hasSize(101).endsWith("…");
    assertThat(requireNonNull(failed().conversation().greeting()).lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"250 STARTTLS\r\n", "250-a\r\n250 X-STARTTLS\r\n", "250-a\r\n250 START TLS\r\n"})
  void takesNothingElseForAnOfferOfTls(String hello) {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say(hello).hear();
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.NO_STARTTLS);
  }

  @Test
  void dropsBytesThatWereInjectedBeforeTlsAndSaysSo() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say(HELLO).hear();
          session.say("220 go ahead\r\n250-evil.example\r\n250 STARTTLS\r\n").secure(IDENTITY);
          session.hear();
          session.say("250 mx.example.com\r\n").hear();
          session.say("221 bye\r\n");
        });

    assertThat(outcome())
        .isInstanceOfSatisfying(
            SmtpOutcome.Secured.class,
            secured -> {
              assertThat(secured.conversation().injected()).isTrue();
              assertThat(secured.conversation().secureHello())
                  .isEqualTo(new SmtpReply(250, List.of("mx.example.com")));
            });
  }

  @Test
  void plainTextAfterStartTlsIsATlsFailure() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say(HELLO).hear();
          session.say("220 go ahead\r\n").hear();
          session.say("500 what was that?\r\n").hear();
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.TLS_FAILED);
    assertThat(failed().conversation().hello()).isNotNull();
  }

  @Test
  void keepsTheSessionOfAServerThatBreaksOffAfterTls() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say(HELLO).hear();
          session.say("220 go ahead\r\n").secure(IDENTITY);
          session.hear();
          session.say("421 not you\r\n").hear();
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.EHLO_REFUSED);
    SmtpConversation seen = failed().conversation();
    assertThat(seen.tls()).isNotNull();
    assertThat(seen.chain()).isEqualTo(IDENTITY.chain());
  }

  static Stream<Arguments> badBanners() {
    return Stream.of(
        Arguments.of("", "closed"),
        Arguments.of("220 no end", "closed"),
        Arguments.of("SSH-2.0-OpenSSH_9.2\r\n", "no reply of SMTP: SSH-2.0-OpenSSH_9.2"),
        Arguments.of("220\u00a0x\r\n", "no reply of SMTP"),
        Arguments.of("220-a\r\n221 b\r\n", "no reply of SMTP: 221 b"),
        Arguments.of("199 a\r\n", "no reply of SMTP"),
        Arguments.of("600 a\r\n", "no reply of SMTP"),
        Arguments.of("2200 a\r\n", "no reply of SMTP"),
        Arguments.of("220 " + "x".repeat(507) + "\r\n", "more than 512 bytes"),
        Arguments.of("220-a\r\n".repeat(101), "more than 100 lines"));
  }

  @ParameterizedTest
  @MethodSource("badBanners")
  void takesNothingElseForSmtp(String banner, String detail) {
    script(session -> session.say(banner));

    assertThat(failed().failure()).isEqualTo(SmtpFailure.BAD_SMTP);
    assertThat(failed().detail()).contains(detail);
  }

  static Stream<Arguments> oddBanners() {
    return Stream.of(
        Arguments.of("220\r\n", ""),
        Arguments.of("220 \r\n", ""),
        Arguments.of("220 bare line feed\n", "bare line feed"),
        Arguments.of("220 " + "x".repeat(506) + "\r\n", "x".repeat(506)),
        Arguments.of("220 a\u0001\u001b[2Jb\u00ff\r\n", "a\ufffd\ufffd[2Jb\ufffd"));
  }

  @ParameterizedTest
  @MethodSource("oddBanners")
  void showsOddBannersSafely(String banner, String text) {
    script(
        session -> {
          session.say(banner).hear();
          session.say("250 mx.example.com\r\n");
        });

    assertThat(failed().conversation().greeting()).isEqualTo(new SmtpReply(220, List.of(text)));
  }

  @Test
  void linesAreCountedOverTheWholeConversation() {
    script(
        session -> {
          session.say("220-a\r\n".repeat(50) + "220 a\r\n").hear();
          session.say("250-a\r\n".repeat(50) + "250 STARTTLS\r\n").hear();
        });

    assertThat(failed().detail()).contains("more than 100 lines");
  }

  @Test
  void bannerWithoutEndIsCutOff() {
    script(
        session -> {
          while (true) {
            session.say("220-" + "x".repeat(300) + "\r\n");
          }
        });

    assertThat(failed().failure()).isEqualTo(SmtpFailure.BAD_SMTP);
  }

  @Test
  void lineWithoutEndIsCutOff() {
    script(
        session -> {
          while (true) {
            session.say("220");
          }
        });

    assertThat(failed().detail()).contains("more than 512 bytes");
  }

  static Stream<Script> tarpits() {
    return Stream.of(
        session -> Thread.sleep(10_000),
        session -> {
          while (true) {
            session.say("2");
            Thread.sleep(20);
          }
        },
        session -> {
          session.say(BANNER).hear();
          Thread.sleep(10_000);
        },
        session -> {
          session.say(BANNER).hear();
          session.say(HELLO).hear();
          session.say("220 go ahead\r\n");
          Thread.sleep(10_000);
        },
        session -> {
          session.say(BANNER).hear();
          session.say(HELLO).hear();
          session.say("220 go ahead\r\n").secure(IDENTITY);
          Thread.sleep(10_000);
        });
  }

  @ParameterizedTest
  @MethodSource("tarpits")
  void tarpitIsTooSlow(Script tarpit) {
    script(tarpit);
    probe = probe(Duration.ofMillis(700));
    long start = System.nanoTime();

    assertThat(failed().failure()).isEqualTo(SmtpFailure.TOO_SLOW);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void waitsForNoAnswerToItsGoodbye() {
    script(
        session -> {
          session.say(BANNER).hear();
          session.say("250 mx.example.com\r\n").hear();
          Thread.sleep(10_000);
        });
    long start = System.nanoTime();

    assertThat(failed().failure()).isEqualTo(SmtpFailure.NO_STARTTLS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void saysWhyThereIsNoConnection() {
    connector.fail(ADDRESS, new SocketTimeoutException("Connect timed out"));

    assertThat(failed().failure()).isEqualTo(SmtpFailure.CONNECT_TIMEOUT);
    assertThat(outcome("10.0.0.1"))
        .isInstanceOfSatisfying(
            SmtpOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(SmtpFailure.FORBIDDEN_ADDRESS));
    assertThat(connector.attempts()).doesNotContain(address("10.0.0.1"));
  }

  @Test
  void connectsToOneAddressOnlyOnceAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    TestServer server =
        script(
            session -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(50);
              now.decrementAndGet();
              session.say("554 no\r\n");
            });
    connector.lead("192.0.2.2", server.port());

    List<CompletionStage<SmtpOutcome>> same =
        IntStream.range(0, 4).mapToObj(n -> probe.probe(HOST, address(ADDRESS))).toList();
    same.forEach(stage -> stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join());

    assertThat(most).hasValue(1);
    assertThat(server.connections()).isEqualTo(4);
  }

  @Test
  void oneAddressDoesNotWaitForAnother() {
    script(session -> Thread.sleep(10_000));
    var slow = probe.probe(HOST, address(ADDRESS));
    serve("192.0.2.2");

    assertThat(outcome("192.0.2.2")).isInstanceOf(SmtpOutcome.Secured.class);
    assertThat(slow.toCompletableFuture()).isNotDone();
  }

  @Test
  void neverCompletesExceptionally() {
    probe =
        new SocketSmtpProbe(
            dialer(),
            "tlsrpt.example.net",
            task -> {
              throw new RejectedExecutionException("no thread");
            },
            Duration.ofSeconds(1));

    assertThat(failed().failure()).isEqualTo(SmtpFailure.INTERNAL_ERROR);
    assertThat(failed().failure()).isEqualTo(SmtpFailure.INTERNAL_ERROR);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
