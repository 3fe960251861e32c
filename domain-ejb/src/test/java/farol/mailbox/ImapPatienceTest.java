package farol.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxPosition;
import farol.mailbox.ImapServer.Protection;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import farol.probe.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, and those between, that want to take time and memory. */
@Timeout(60)
class ImapPatienceTest {
  private static final ServerAuthority ROOT = ServerAuthority.root("Root");
  private static final ServerIdentity IDENTITY = ROOT.issue("localhost");

  /** That of answers is twice as long, and still short beside that of dribbling. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Duration DRIBBLING = Duration.ofSeconds(20);
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  @TempDir static Path folder;

  private static Path authorities;

  @BeforeAll
  static void writeAuthorities() throws IOException {
    authorities = ROOT.writeTo(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* OK {1500000000}\r\n",
        "* OK\r\n* CAPABILITY {1500000000}\r\n",
        "* OK [CAPABILITY IMAP4rev1 STARTTLS]\r\n* NO {1500000000}\r\n"
      })
  void takesNoMemoryForALiteralBeforeTls(String said) throws Exception {
    assertAway(said.getBytes(US_ASCII), "before TLS");
  }

  @Test
  void readsNoLineWithoutEndBeforeTls() throws Exception {
    assertAway("a".repeat(1_000_000).getBytes(US_ASCII), "before TLS");
  }

  private static void assertAway(byte[] said, String reason) throws Exception {
    try (TestServer server =
        TestServer.start(
            connection -> {
              connection.getOutputStream().write(said);
              awaitEnd(connection);
            })) {
      assertThatExceptionOfType(MailboxAwayException.class)
          .isThrownBy(() -> open(at(server.port(), Protection.STARTTLS, DRIBBLING)))
          .withMessageContaining(reason);
    }
  }

  private static void awaitEnd(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // What it says does not matter.
    }
  }

  @Test
  void endsADribbleBeforeTls() throws Exception {
    try (TestServer server =
        TestServer.start(connection -> dribble(connection.getOutputStream()))) {
      assertAwaySoon(at(server.port(), Protection.STARTTLS, PATIENCE));
    }
  }

  /** What is sent seems to be the beginning of a long TLS record. */
  @ParameterizedTest
  @EnumSource(Protection.class)
  void endsADribbleInTheHandshake(Protection protection) throws Exception {
    try (TestServer server =
        TestServer.start(
            connection -> {
              OutputStream out = connection.getOutputStream();
              if (protection == Protection.STARTTLS) {
                startTls(connection);
              }
              out.write(new byte[] {22, 3, 3, 64, 0});
              dribble(out);
            })) {
      assertAwaySoon(at(server.port(), protection, PATIENCE));
    }
  }

  private static void startTls(Socket connection) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write("* OK [CAPABILITY IMAP4rev1 STARTTLS]\r\n".getBytes(US_ASCII));
    StringBuilder command = new StringBuilder();
    while (command.indexOf("\n") < 0) {
      command.append((char) connection.getInputStream().read());
    }
    out.write((command.toString().split(" ", 2)[0] + " OK\r\n").getBytes(US_ASCII));
  }

  @Test
  void endsADribbleAfterTheSignIn() throws Exception {
    try (ScriptedImap server =
        ScriptedImap.start(IDENTITY).on("EXAMINE .*", (out, tag) -> dribble(out))) {
      assertAwaySoon(server.address(authorities, PATIENCE));
    }
  }

  /** Nothing in one answer is late, and all of them together take longer than one may. */
  @Test
  void waitsForEachAnswerAnew() throws Exception {
    try (ScriptedImap server =
        ScriptedImap.start(IDENTITY)
            .on("LOGIN .*", (out, tag) -> slowly(out, tag + " OK"))
            .on("EXAMINE .*", (out, tag) -> slowly(out, "* OK [UIDVALIDITY 7]", tag + " OK"))
            .on("UID SEARCH .*", (out, tag) -> slowly(out, "* SEARCH", tag + " OK"))) {
      open(server.address(authorities, PATIENCE.multipliedBy(4)));
    }
  }

  private static void slowly(OutputStream out, String... lines)
      throws IOException, InterruptedException {
    Thread.sleep(PATIENCE.toMillis() * 3);
    out.write(ScriptedImap.lines(lines).getBytes(US_ASCII));
  }

  private static void dribble(OutputStream out) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(DRIBBLING);
    while (Instant.now().isBefore(end)) {
      out.write('a');
      Thread.sleep(PATIENCE.toMillis() / 10);
    }
  }

  private static void assertAwaySoon(ImapServer server) {
    Instant start = Instant.now();
    assertThatExceptionOfType(MailboxAwayException.class).isThrownBy(() -> open(server));
    assertThat(Duration.between(start, Instant.now())).isLessThan(ENOUGH);
  }

  private static ImapServer at(int port, Protection protection, Duration patience) {
    return new ImapServer("localhost", port, protection, authorities, patience);
  }

  private static void open(ImapServer server) throws Exception {
    new ImapMailbox(
            "test",
            server,
            new SignIn("ann", SignIn.Method.PASSWORD, Secret.of("secret")),
            "INBOX",
            Afterwards.MOVE,
            Clock.systemUTC())
        .open(MailboxPosition.BEGINNING)
        .close();
  }
}
