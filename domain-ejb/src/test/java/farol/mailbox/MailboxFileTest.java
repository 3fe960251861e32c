package farol.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import farol.probe.ServerAuthority;
import farol.settings.InvalidSettingException;
import farol.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxFileTest {
  private static final String SECRET = "s3cret-word";

  @TempDir Path folder;

  @BeforeEach
  void addFilesThatOptionsName() throws IOException {
    Files.writeString(folder.resolve("password"), SECRET);
    Files.writeString(folder.resolve("empty.pem"), "nothing");
    Path authorities = ServerAuthority.root("Own").writeTo(folder);
    Files.move(authorities, folder.resolve("own.pem"));
  }

  @Test
  void noFileMeansNoMailboxes() {
    assertThat(MailboxFile.of(Settings.of(Map.of()))).isEmpty();
  }

  @Test
  void mailboxesAreInTheOrderOfTheirNames() throws IOException {
    assertThat(
            read(
                """
                # of the whole house
                reports.url = imaps://tlsrpt%40example.com@mail.example.com/INBOX/Reports
                reports.password-file = password
                reports.every-minutes = 15
                archive.url = drop:/srv/my reports
                local.url = maildir:/var/mail/tlsrpt
                """))
        .extracting(ConfiguredMailbox::name, ConfiguredMailbox::address, ConfiguredMailbox::every)
        .containsExactly(
            tuple("archive", "drop:/srv/my reports", Duration.ofMinutes(5)),
            tuple("local", "maildir:/var/mail/tlsrpt", Duration.ofMinutes(5)),
            tuple(
                "reports",
                "imaps://tlsrpt%40example.com@mail.example.com/INBOX/Reports",
                Duration.ofMinutes(15)));
  }

  @Test
  void foldersAreReadAtTheirPaths() throws Exception {
    Path drop = Files.createDirectory(folder.resolve("my reports"));
    Files.writeString(drop.resolve("1.eml"), "mail");
    ConfiguredMailbox configured = read("a.url = drop:" + drop).get(0);

    try (MailboxSession session =
        configured
            .mailbox(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))
            .open(MailboxPosition.BEGINNING)) {
      assertThat(session.next()).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imaps://ann@mail.example.com",
        "imaps://ann@mail.example.com:1993/",
        "imaps://ann%40example.com@mail.example.com/INBOX.Reports",
        "imap://ann@192.0.2.1/INBOX",
        "imap://ann@[2001:db8::1]/INBOX%20of%20all"
      })
  void takesServersByTheirUrls(String url) throws IOException {
    assertThat(read("a.url=" + url, "a.password-file=password"))
        .extracting(ConfiguredMailbox::address)
        .containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.password-file=password",
        "a.password-command=/usr/bin/pass show reports",
        "a.token-file=password",
        "a.token-command=token"
      })
  void takesASecretInEachForm(String secret) throws IOException {
    assertThat(read("a.url=imaps://ann@mail.example.com/INBOX", secret)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.ca-file=own.pem", "a.afterwards=flag", "a.afterwards=move", "a.ca-file="})
  void takesOptionsOfServers(String option) throws IOException {
    assertThat(read("a.url=imaps://ann@mail.example.com/INBOX", "a.password-file=password", option))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pop3://ann@mail.example.com/INBOX",
        "imapsx://ann@mail.example.com/INBOX",
        "https://ann@mail.example.com/INBOX",
        "imaps://mail.example.com/INBOX",
        "imaps://@mail.example.com/INBOX",
        "imaps://ann@example.com@mail.example.com/INBOX",
        "imaps://ann@mail.example.com/INBOX?a=b",
        "imaps://ann@mail.example.com/INBOX#top",
        "imaps:ann@mail.example.com",
        "imaps://ann@/INBOX",
        "imaps://ann@mail.example.com/IN BOX",
        "maildir:relative",
        "drop:",
        "drop",
        "/var/mail"
      })
  void refusesAnotherUrl(String url) {
    assertRefused("a.url=" + url, "a.password-file=password")
        .withMessageContaining("a.url must be imaps://USER@HOST/FOLDER");
  }

  @Test
  void wantsAUrl() {
    assertRefused("a.password-file=password")
        .withMessageContaining("a.url must be imaps://USER@HOST/FOLDER");
  }

  @Test
  void refusesAPasswordInAUrlAndDoesNotTellIt() {
    assertRefused("a.url=imaps://ann:" + SECRET + "@mail.example.com/INBOX")
        .withMessageContaining("without a password")
        .withMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.password-file=password\na.token-file=password",
        "a.password-command=x\na.password-file=password"
      })
  void wantsOneSecret(String secrets) {
    assertRefused("a.url=imaps://ann@mail.example.com/INBOX", secrets)
        .withMessageContaining(
            "a must have one of password-file, password-command, token-file, token-command");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.password-file=missing; a readable file",
        "a.ca-file=missing; a readable file with certificates in PEM",
        "a.ca-file=empty.pem; a readable file with certificates in PEM",
        "a.afterwards=leave; move or flag",
        "a.afterwards=MOVE; move or flag",
        "a.every-minutes=0; a whole number from 1 to 1440",
        "a.every-minutes=1441; a whole number from 1 to 1440",
        "a.every-minutes=5m; a whole number from 1 to 1440"
      })
  void refusesAValueByItsRule(String optionAndRule) {
    String[] parts = optionAndRule.split("; ", 2);
    String option = parts[0].substring(0, parts[0].indexOf('='));
    String password = option.equals("a.password-file") ? "" : "a.password-file=password";

    assertRefused("a.url=imaps://ann@mail.example.com/INBOX", password, parts[0])
        .withMessageContaining(option + " must be " + parts[1]);
  }

  @Test
  void refusesAnOptionThatIsUnknown() {
    assertRefused("a.url=maildir:/var/mail/a", "a.pasword-file=password", "a.afterwards=move")
        .withMessageContaining("has no option a.afterwards, a.pasword-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"url=maildir:/a", "a b.url=maildir:/a", "ä.url=maildir:/a", SECRET})
  void refusesALineOfAnotherForm(String line) {
    assertRefused(line).withMessageContaining("NAME.OPTION=VALUE").withMessageNotContaining(SECRET);
  }

  @Test
  void refusesTwoMailboxesOfOneName() {
    assertRefused("a.url=maildir:/one", "a.url=maildir:/two")
        .withMessageContaining("a.url must be there once");
  }

  @Test
  void refusesAFileWithoutMailboxes() {
    assertRefused("# none yet").withMessageContaining("at least one mailbox");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = folder.resolve("binary");
    Files.write(file, new byte[] {'a', '=', (byte) 0xff});

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> MailboxFile.of(settings(file)))
        .withMessageContaining("must be text in UTF-8");
  }

  @Test
  void saysWhichFileIsWrong() {
    assertRefused("a.url=nowhere")
        .withMessageStartingWith("FAROL_MAILBOXES, " + folder.resolve("mailboxes") + ": a.url");
  }

  private List<ConfiguredMailbox> read(String... lines) throws IOException {
    Path file = folder.resolve("mailboxes");
    Files.writeString(file, String.join("\n", lines), StandardCharsets.UTF_8);
    return MailboxFile.of(settings(file));
  }

  private static Settings settings(Path file) {
    return Settings.of(Map.of("FAROL_MAILBOXES", file.toString()));
  }

  private ThrowableAssertAlternative<InvalidSettingException> assertRefused(String... lines) {
    return assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> read(lines));
  }
}
