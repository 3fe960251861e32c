package farol.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxContract;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import farol.domain.mailbox.SignInRefusedException;
import farol.domain.mailbox.UntrustedServerException;
import farol.mailbox.ImapServer.Protection;
import farol.probe.ServerAuthority;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against Dovecot. A user for each test has mails of its own. */
@Timeout(180)
class ImapMailboxTest extends MailboxContract {
  private static final ServerAuthority ROOT = ServerAuthority.root("Root");
  private static final ServerIdentity IDENTITY = ROOT.issue("localhost");

  /** Can neither move nor expunge one mail, and has all folders below the inbox. */
  private static final String OLD =
      """
      imap_capability = IMAP4rev1 LITERAL+ NAMESPACE
      namespace inbox {
        inbox = yes
        prefix = INBOX/
        separator = /
      }
      """;

  private static final AtomicInteger USERS = new AtomicInteger();

  @TempDir static Path folder;
  @TempDir static Path oldFolder;

  private static Path authorities;
  private static Dovecot dovecot;
  private static Dovecot oldDovecot;

  private String user;
  private Path maildir;
  private int delivered;

  @BeforeAll
  static void startServers() throws IOException {
    authorities = ROOT.writeTo(folder);
    dovecot = Dovecot.start(folder, IDENTITY, "");
    oldDovecot = Dovecot.start(oldFolder, IDENTITY, OLD);
  }

  @AfterAll
  static void stopServers() throws IOException {
    dovecot.close();
    oldDovecot.close();
  }

  @BeforeEach
  void addUser() throws IOException {
    user = "user" + USERS.incrementAndGet();
    dovecot.addUser(user);
    oldDovecot.addUser(user);
    maildir = dovecot.maildir(user);
  }

  @Override
  protected Mailbox mailbox() {
    return mailbox(server(dovecot), password(Dovecot.PASSWORD), "INBOX", Afterwards.MOVE);
  }

  @Override
  protected Mailbox missing() {
    return mailbox(server(dovecot), password(Dovecot.PASSWORD), "Reports", Afterwards.MOVE);
  }

  private static Mailbox mailbox(
      ImapServer server, SignIn signIn, String inbox, Afterwards afterwards) {
    return new ImapMailbox("test", server, signIn, inbox, afterwards, Clock.systemUTC());
  }

  private Mailbox on(ImapServer server) {
    return mailbox(server, password(Dovecot.PASSWORD), "INBOX", Afterwards.MOVE);
  }

  private Mailbox as(SignIn signIn) {
    return mailbox(server(dovecot), signIn, "INBOX", Afterwards.MOVE);
  }

  private static ImapServer server(Dovecot server) {
    return server("localhost", server.tlsPort(), Protection.TLS, authorities);
  }

  private static ImapServer server(
      String host, int port, Protection protection, @Nullable Path trusted) {
    return new ImapServer(host, port, protection, trusted, Duration.ofSeconds(20));
  }

  private SignIn password(String password) {
    return new SignIn(user, SignIn.Method.PASSWORD, Secret.of(password));
  }

  /** As a mail server does. */
  @Override
  protected void deliver(String mail) throws IOException {
    delivered++;
    String unique = "%04d.host".formatted(delivered);
    Files.move(
        MailFiles.write(maildir.resolve("tmp").resolve(unique), mail),
        maildir.resolve("new").resolve(unique));
  }

  @Override
  protected List<String> waiting() throws IOException {
    List<Path> files = new ArrayList<>(MailFiles.in(maildir.resolve("new")));
    files.addAll(MailFiles.in(maildir.resolve("cur")));
    return files.stream().map(file -> maildir.relativize(file).toString()).toList();
  }

  @Override
  protected List<String> taken() throws IOException {
    return kept(".Farol.Taken");
  }

  @Override
  protected List<String> refused() throws IOException {
    return kept(".Farol.Refused");
  }

  private List<String> kept(String inFolder) throws IOException {
    List<String> kept = new ArrayList<>(MailFiles.texts(maildir.resolve(inFolder).resolve("new")));
    kept.addAll(MailFiles.texts(maildir.resolve(inFolder).resolve("cur")));
    kept.sort(null);
    return kept;
  }

  @Override
  protected void removeAll() throws IOException {
    dovecot.administer("expunge", "-u", user, "mailbox", "INBOX", "all");
  }

  @Test
  void flagsWhereNothingIsToBeMoved() throws Exception {
    for (String mail : List.of("taken", "foreign", "refused")) {
      deliver(mail);
    }
    Mailbox flagging =
        mailbox(server(dovecot), password(Dovecot.PASSWORD), "INBOX", Afterwards.FLAG);

    settle(flagging, MailOutcome.TAKEN, MailOutcome.LEFT_ALONE, MailOutcome.SET_ASIDE);

    // a is the first keyword that was ever used there, b the second
    assertThat(waiting()).allMatch(file -> file.matches("cur/000(1.*:2,Sa|2.*:2,|3.*:2,Sb)"));
    assertThat(Files.readString(maildir.resolve("dovecot-keywords")))
        .isEqualTo("0 FarolTaken\n1 FarolRefused\n");
    assertThat(taken()).isEmpty();
    assertThat(texts(MailboxPosition.BEGINNING)).containsExactly("foreign");
  }

  @Test
  void copiesWhereTheServerCannotMove() throws Exception {
    maildir = oldDovecot.maildir(user);
    deliver("mail 1");
    deliver("mail 2");
    deliver("foreign");
    Mailbox old = on(server(oldDovecot));

    settle(old, MailOutcome.TAKEN, MailOutcome.SET_ASIDE, MailOutcome.LEFT_ALONE);

    assertThat(taken()).containsExactly("mail 1");
    assertThat(refused()).containsExactly("mail 2");
    assertThat(waiting()).allMatch(file -> file.matches("cur/000([12].*:2,T|3.*:2,)"));
    try (MailboxSession session = old.open(MailboxPosition.BEGINNING)) {
      assertThat(text(session.next().orElseThrow())).isEqualTo("foreign");
      assertThat(session.next()).isEmpty();
    }
  }

  @Test
  void sparesWhatOthersHaveDeleted() throws Exception {
    deliver("deleted");
    deliver("mail");
    dovecot.administer("flags", "add", "-u", user, "\\Deleted", "mailbox", "INBOX", "1");

    settle(mailbox(), MailOutcome.TAKEN);

    assertThat(taken()).containsExactly("mail");
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void sparesWhatOthersHaveDeletedWhereTheServerCannotMove() throws Exception {
    String older = "imap_capability = IMAP4rev1 LITERAL+ NAMESPACE UIDPLUS\n";
    try (Dovecot server =
        Dovecot.start(Files.createTempDirectory(oldFolder, "u"), IDENTITY, older)) {
      server.addUser(user);
      maildir = server.maildir(user);
      deliver("deleted");
      deliver("mail");
      server.administer("flags", "add", "-u", user, "\\Deleted", "mailbox", "INBOX", "1");

      settle(on(server(server)), MailOutcome.TAKEN);

      assertThat(taken()).containsExactly("mail");
      assertThat(waiting()).hasSize(1);
    }
  }

  @Test
  void beginsAnewWhenTheFolderWasMadeAnew() throws Exception {
    deliver("mail 1");
    deliver("mail 2");
    MailboxPosition position = all().get(1).position();
    assertThat(texts(position)).isEmpty();

    for (String file : List.of("dovecot-uidlist", "dovecot.index.log", "dovecot-uidvalidity")) {
      Files.deleteIfExists(maildir.resolve(file));
    }
    dovecot.administer("mailbox", "update", "-u", user, "--uid-validity", "77", "INBOX");

    assertThat(texts(position)).containsExactly("mail 1", "mail 2");
    assertThat(all().get(0).key()).isEqualTo("77/1");
  }

  @Test
  void settlesTwoThousandMails() throws Exception {
    int count = 2_000;
    for (int i = 1; i <= count; i++) {
      deliver("mail %04d".formatted(i));
    }

    List<String> read = new ArrayList<>();
    try (MailboxSession session = open()) {
      for (Optional<KeptMail> mail = session.next(); mail.isPresent(); mail = session.next()) {
        read.add(text(mail.get()));
        mail.get().settle(read.size() % 2 == 0 ? MailOutcome.LEFT_ALONE : MailOutcome.TAKEN);
      }
    }

    List<String> expected =
        IntStream.rangeClosed(1, count).mapToObj("mail %04d"::formatted).toList();
    assertThat(read).isEqualTo(expected);
    assertThat(taken()).hasSize(count / 2);
    assertThat(waiting()).hasSize(count / 2);
  }

  @Test
  void readsALargeMailInPieces() throws Exception {
    String mail = "0123456789\r\n".repeat(250_000);
    deliver(mail);

    try (MailboxSession session = open()) {
      KeptMail kept = session.next().orElseThrow();
      assertThat(
              kept.read(mail.length())
                  .<byte[]>fold(whole -> whole, size -> null, reason -> null, () -> null))
          .isEqualTo(mail.getBytes(UTF_8));
    }
  }

  @Test
  void mailIsThereAgainWhenTheConnectionBreaks() throws Exception {
    deliver("mail");
    KeptMail first;
    try (Dovecot other = Dovecot.start(Files.createTempDirectory(oldFolder, "o"), IDENTITY, "")) {
      other.addUser(user);
      maildir = other.maildir(user);
      deliver("mail");
      Mailbox mailbox = on(server(other));
      try (MailboxSession session = mailbox.open(MailboxPosition.BEGINNING)) {
        first = session.next().orElseThrow();
        assertThat(text(first)).isEqualTo("mail");
        other.stop();

        assertThatExceptionOfType(MailboxAwayException.class)
            .isThrownBy(() -> first.settle(MailOutcome.TAKEN));
        assertThatExceptionOfType(MailboxAwayException.class).isThrownBy(() -> text(first));
      }
      assertThatExceptionOfType(MailboxAwayException.class)
          .isThrownBy(() -> mailbox.open(MailboxPosition.BEGINNING));

      other.run();
      try (MailboxSession session = mailbox.open(MailboxPosition.BEGINNING)) {
        KeptMail second = session.next().orElseThrow();
        assertThat(second.key()).isEqualTo(first.key());
        second.settle(MailOutcome.TAKEN);
      }
      assertThat(taken()).containsExactly("mail");
      assertThat(waiting()).isEmpty();
    }
  }

  @Test
  void startsTlsInTheMiddle() throws Exception {
    deliver("mail");

    settle(
        on(server("localhost", dovecot.plainPort(), Protection.STARTTLS, authorities)),
        MailOutcome.TAKEN);

    assertThat(taken()).containsExactly("mail");
  }

  @Test
  void tellsNothingToAServerWhoseAuthorityIsAnother() throws Exception {
    Path other = Files.createTempDirectory(folder, "other");
    Path others = ServerAuthority.root("Other").writeTo(other);

    for (Protection protection : Protection.values()) {
      assertUntrusted(on(server("localhost", port(protection), protection, others)));
      assertUntrusted(on(server("localhost", port(protection), protection, null)));
    }
  }

  @Test
  void tellsNothingToAServerWhoseCertificateIsForAnother() {
    for (Protection protection : Protection.values()) {
      assertUntrusted(on(server("127.0.0.1", port(protection), protection, authorities)));
    }
  }

  @Test
  void tellsNothingToAServerWithoutTls() throws Exception {
    assertUntrusted(on(server("localhost", dovecot.plainPort(), Protection.TLS, authorities)));
    try (Dovecot plain =
        Dovecot.start(Files.createTempDirectory(oldFolder, "p"), IDENTITY, "ssl = no\n")) {
      assertUntrusted(on(server("localhost", plain.plainPort(), Protection.STARTTLS, authorities)));
    }
  }

  private static int port(Protection protection) {
    return switch (protection) {
      case TLS -> dovecot.tlsPort();
      case STARTTLS -> dovecot.plainPort();
    };
  }

  private static void assertUntrusted(Mailbox mailbox) {
    assertThatExceptionOfType(UntrustedServerException.class)
        .isThrownBy(() -> mailbox.open(MailboxPosition.BEGINNING));
  }

  @Test
  void serverThatIsSilentIsAway() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (Protection protection : Protection.values()) {
        ImapServer server =
            new ImapServer(
                "localhost",
                silent.getLocalPort(),
                protection,
                authorities,
                Duration.ofMillis(200));
        assertThatExceptionOfType(MailboxAwayException.class)
            .isThrownBy(() -> on(server).open(MailboxPosition.BEGINNING));
      }
    }
  }

  @Test
  void serverThatIsNotThereIsAway() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatExceptionOfType(MailboxAwayException.class)
        .isThrownBy(
            () ->
                on(server("localhost", port, Protection.TLS, authorities))
                    .open(MailboxPosition.BEGINNING))
        .withMessageNotContaining("null");
  }

  @Test
  void wrongPasswordIsRefusedAndNotTold() {
    assertThatExceptionOfType(SignInRefusedException.class)
        .isThrownBy(() -> as(password("not-that-one")).open(MailboxPosition.BEGINNING))
        .withMessageContaining("AUTHENTICATIONFAILED")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("not-that-one"));
  }

  @Test
  void signsInWithAToken() throws Exception {
    deliver("mail");
    Path file = Files.writeString(folder.resolve(user), token(user) + "\n");
    SignIn fromFile = new SignIn(user, SignIn.Method.BEARER_TOKEN, Secret.inFile(file));
    SignIn fromCommand =
        new SignIn(
            user, SignIn.Method.BEARER_TOKEN, Secret.printedBy(List.of("cat", file.toString())));

    for (SignIn each : List.of(fromFile, fromCommand)) {
      try (MailboxSession session = as(each).open(MailboxPosition.BEGINNING)) {
        assertThat(session.next()).isPresent();
      }
    }

    Files.writeString(file, token("somebody-else"));
    for (SignIn each : List.of(fromFile, fromCommand)) {
      assertThatExceptionOfType(SignInRefusedException.class)
          .isThrownBy(() -> as(each).open(MailboxPosition.BEGINNING));
    }
  }

  @Test
  void folderThatCannotBeMadeIsToldApart() throws Exception {
    deliver("mail");
    Files.writeString(maildir.resolve(".Farol.Taken"), "no folder");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      assertThatExceptionOfType(FolderUnusableException.class)
          .isThrownBy(() -> mail.settle(MailOutcome.TAKEN));
    }
    assertThat(waiting()).hasSize(1);
  }

  private static String token(String owner) throws Exception {
    String claims =
        "{\"sub\":\"%s\",\"email\":\"%s\",\"iat\":1,\"exp\":4102444800}".formatted(owner, owner);
    String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Dovecot.TOKEN_KEY.getBytes(UTF_8), "HmacSHA256"));
    return signed
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static void settle(Mailbox mailbox, MailOutcome... outcomes) throws Exception {
    try (MailboxSession session = mailbox.open(MailboxPosition.BEGINNING)) {
      for (MailOutcome each : outcomes) {
        KeptMail mail = session.next().orElseThrow();
        assertThat(text(mail)).isNotEmpty();
        mail.settle(each);
      }
      assertThat(session.next()).isEmpty();
    }
  }
}
