package farol.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What some servers do that Dovecot does not. */
@Timeout(60)
class ImapServersTest {
  private static final ServerAuthority ROOT = ServerAuthority.root("Root");
  private static final ServerIdentity IDENTITY = ROOT.issue("localhost");
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir static Path folder;

  private static Path authorities;

  private ScriptedImap server;

  @BeforeAll
  static void writeAuthorities() throws IOException {
    authorities = ROOT.writeTo(folder);
  }

  @BeforeEach
  void startServer() {
    server = ScriptedImap.start(IDENTITY);
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  private MailboxSession open(Afterwards afterwards) throws Exception {
    return new ImapMailbox(
            "test",
            server.address(authorities, Duration.ofSeconds(20)),
            new SignIn("ann", SignIn.Method.PASSWORD, Secret.of("secret")),
            "INBOX",
            afterwards,
            Clock.fixed(NOW, ZoneOffset.UTC))
        .open(MailboxPosition.BEGINNING);
  }

  private List<KeptMail> mails() throws Exception {
    List<KeptMail> mails = new ArrayList<>();
    try (MailboxSession session = open(Afterwards.MOVE)) {
      for (Optional<KeptMail> mail = session.next(); mail.isPresent(); mail = session.next()) {
        mails.add(mail.get());
      }
    }
    return mails;
  }

  private void waiting(String uids, String... answers) {
    List<String> lines = new ArrayList<>(List.of(answers));
    lines.add("TAG OK");
    server.on("UID SEARCH UID 1:\\* .*", "* SEARCH " + uids, "TAG OK");
    server.on("UID FETCH [\\d,]+ \\(UID .*", lines.toArray(String[]::new));
  }

  /** As Exchange. */
  @Test
  void seesWhatIsMarkedWhereKeywordsCannotBeSearched() throws Exception {
    String rest = "RFC822.SIZE 4 INTERNALDATE \"01-Nov-2026 10:00:00 +0000\")";
    waiting(
        "1 2 3",
        "* 1 FETCH (UID 1 FLAGS (\\Seen FarolTaken) " + rest,
        "* 2 FETCH (UID 2 FLAGS (\\Seen) " + rest,
        "* 3 FETCH (UID 3 FLAGS (farolrefused) " + rest);
    server.on("UID SEARCH .*KEYWORD.*", "TAG BAD Command Argument Error. 11");

    assertThat(mails()).extracting(KeptMail::key).containsExactly("7/2");
  }

  @Test
  void flagsNothingWhereKeywordsAreNotKept() throws Exception {
    waiting("1", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 4)");
    server.on(
        "SELECT INBOX",
        "* OK [PERMANENTFLAGS (\\Seen \\Deleted $MDNSent)]",
        "* OK [UIDVALIDITY 7]",
        "TAG OK");

    try (MailboxSession session = open(Afterwards.FLAG)) {
      KeptMail mail = session.next().orElseThrow();
      assertThatExceptionOfType(FolderUnusableException.class)
          .isThrownBy(() -> mail.settle(MailOutcome.TAKEN))
          .withMessageContaining("afterwards=move");
    }
    assertThat(server.heard()).noneMatch(command -> command.contains("STORE"));
  }

  @Test
  void flagsWithAKeywordThatIsKeptWhereNoOtherIs() throws Exception {
    waiting("1", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 4)");
    server.on(
        "SELECT INBOX",
        "* OK [PERMANENTFLAGS (\\Seen FarolTaken)]",
        "* OK [UIDVALIDITY 7]",
        "TAG OK");
    server.on("UID STORE .*", "TAG OK");

    try (MailboxSession session = open(Afterwards.FLAG)) {
      session.next().orElseThrow().settle(MailOutcome.TAKEN);
    }

    assertThat(server.heard()).contains("UID STORE 1 +FLAGS.SILENT (\\Seen FarolTaken)");
  }

  /** As Exchange. */
  @Test
  void movesWhereThatIsToldOnlyAfterTheSignIn() throws Exception {
    server.on(
        "LOGIN .*",
        (out, tag) -> {
          server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 MOVE UIDPLUS", "TAG OK");
          out.write(ScriptedImap.lines(tag + " OK").getBytes(US_ASCII));
        });
    waiting("1", "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 4)");
    server.on("LIST .*", "* LIST () \"/\" Farol/Taken", "TAG OK");
    server.on("UID MOVE .*", "TAG OK");

    try (MailboxSession session = open(Afterwards.MOVE)) {
      session.next().orElseThrow().settle(MailOutcome.TAKEN);
    }

    assertThat(server.heard()).contains("UID MOVE 1 Farol/Taken");
  }

  @Test
  void readsMailsWhoseSizeAndTimeAreNotTold() throws Exception {
    waiting("1", "* 1 FETCH (UID 1)");
    server.on("UID FETCH 1 .*BODY.*", "* 1 FETCH (UID 1 BODY[]<0> {4}", "mail)", "TAG OK");

    try (MailboxSession session = open(Afterwards.MOVE)) {
      KeptMail mail = session.next().orElseThrow();
      assertThat(mail.received()).isEqualTo(NOW);
      assertThat(text(mail)).isEqualTo("mail");
    }
  }

  @Test
  void readsMailsThatTheServerDoesNotListWell() throws Exception {
    waiting(
        "1 2 3 4",
        "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 4 INTERNALDATE \"yesterday\")",
        "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE 4)");
    server.on("UID SEARCH UID 1,3,4", "* SEARCH 1 4", "TAG OK");

    assertThat(mails()).extracting(KeptMail::key).containsExactly("7/1", "7/2", "7/4");
  }

  @Test
  void listsNoMailTwice() throws Exception {
    waiting(
        "1",
        "* 1 FETCH (UID 1 FLAGS (\\Seen))",
        "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 4 INTERNALDATE \"01-Nov-2026 10:00:00 +0000\")",
        "* 2 FETCH (UID 2 FLAGS (\\Answered))");

    assertThat(mails())
        .extracting(KeptMail::received)
        .containsExactly(Instant.parse("2026-11-01T10:00:00Z"));
  }

  @Test
  void answerThatIsCutShortIsNoAnswer() throws Exception {
    waiting("1", "* 1 FETCH (UID 1 FLAGS (");

    try (MailboxSession session = open(Afterwards.MOVE)) {
      assertThatExceptionOfType(MailboxAwayException.class).isThrownBy(session::next);
    }
  }

  private static String text(KeptMail mail) throws Exception {
    return mail.read(100)
        .<String>fold(
            whole -> new String(whole, US_ASCII),
            size -> "too large",
            reason -> reason,
            () -> "gone");
  }
}
