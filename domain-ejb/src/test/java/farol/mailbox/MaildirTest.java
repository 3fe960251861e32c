package farol.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxContract;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest extends MailboxContract {
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(2));

  @TempDir Path parent;

  private Path maildir;
  private int delivered;

  @BeforeEach
  void make() throws IOException {
    maildir = parent.resolve("Maildir");
    for (String part : List.of("new", "cur", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
  }

  @Override
  protected Mailbox mailbox() {
    return FolderMailbox.maildir("test", maildir, LATER);
  }

  @Override
  protected Mailbox missing() {
    return FolderMailbox.maildir("test", parent.resolve("Elsewhere"), LATER);
  }

  /** In turn as mails that nobody has seen yet, and as ones that somebody has. */
  @Override
  protected void deliver(String mail) throws IOException {
    delivered++;
    String unique = "%04d.host".formatted(delivered);
    Path tmp = MailFiles.write(maildir.resolve("tmp").resolve(unique), mail);
    Files.move(
        tmp,
        delivered % 2 == 0
            ? maildir.resolve("cur").resolve(unique + ":2,S")
            : maildir.resolve("new").resolve(unique));
  }

  @Override
  protected List<String> waiting() throws IOException {
    List<Path> files = new ArrayList<>(MailFiles.in(maildir.resolve("new")));
    files.addAll(MailFiles.in(maildir.resolve("cur")));
    return files.stream().map(file -> maildir.relativize(file).toString()).toList();
  }

  @Override
  protected List<String> taken() throws IOException {
    return MailFiles.texts(maildir.resolve(".Farol.Taken/cur"));
  }

  @Override
  protected List<String> refused() throws IOException {
    return MailFiles.texts(maildir.resolve(".Farol.Refused/cur"));
  }

  @Override
  protected void removeAll() throws IOException {
    MailFiles.delete(maildir.resolve("new"));
    MailFiles.delete(maildir.resolve("cur"));
  }

  @Test
  void makesFoldersThatMailServersShow() throws Exception {
    Files.setPosixFilePermissions(maildir, PosixFilePermissions.fromString("rwxrwx---"));
    deliver("mail");

    settleAll(MailOutcome.TAKEN);

    Path folder = maildir.resolve(".Farol.Taken");
    assertThat(folder.resolve("maildirfolder")).isEmptyFile();
    assertThat(folder.resolve("tmp")).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
        .isEqualTo("rwxrwx---");
  }

  @Test
  void foldersThatItMakesPassTheGroupOnAsTheMaildirDoes() throws Exception {
    Files.setAttribute(maildir, "unix:mode", 02770);
    deliver("mail");

    settleAll(MailOutcome.TAKEN);

    Object mode = Files.getAttribute(maildir.resolve(".Farol.Taken/cur"), "unix:mode");
    assertThat((Integer) mode & 07777).isEqualTo(02770);
  }

  @Test
  void foldersThatItMakesAreOfTheMaildirsGroup() throws Exception {
    assumeTrue("root".equals(Files.getOwner(maildir).getName()), "who may give folders away");
    Files.setAttribute(maildir, "unix:gid", 4_321);
    deliver("mail");

    settleAll(MailOutcome.TAKEN);

    assertThat(Files.getAttribute(maildir.resolve(".Farol.Taken/cur"), "unix:gid"))
        .isEqualTo(4_321);
  }

  @Test
  void folderOfAMaildirHasThoseFoldersBesideIt() throws Exception {
    Files.createFile(maildir.resolve("maildirfolder"));
    deliver("mail");

    settleAll(MailOutcome.TAKEN);

    assertThat(MailFiles.texts(parent.resolve(".Farol.Taken/cur"))).containsExactly("mail");
  }

  @Test
  void keepsFlags() throws Exception {
    MailFiles.write(maildir.resolve("cur/1.host:2,FS"), "mail");

    settleAll(MailOutcome.TAKEN);

    assertThat(maildir.resolve(".Farol.Taken/cur/1.host:2,FS")).exists();
  }

  @Test
  void mailThatFarolMayNotReadIsTroubleOfTheFolder() throws Exception {
    Path file = MailFiles.write(maildir.resolve("new/1.host"), "mail");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(file), "root may read everything");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      assertThatExceptionOfType(FolderUnusableException.class)
          .isThrownBy(() -> mail.read(MOST))
          .withMessageContaining("1.host");
    }
  }

  @Test
  void findsAMailWhoseFlagsChange() throws Exception {
    Path unread = MailFiles.write(maildir.resolve("new/1.host"), "mail");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      Files.move(unread, maildir.resolve("cur/1.host:2,S"));
      assertThat(text(mail)).isEqualTo("mail");
      mail.settle(MailOutcome.TAKEN);
    }

    assertThat(taken()).containsExactly("mail");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void leavesTrashedAndUnfinishedMailsAlone() throws Exception {
    MailFiles.write(maildir.resolve("cur/1.host:2,ST"), "trashed");
    MailFiles.write(maildir.resolve("tmp/2.host"), "unfinished");
    MailFiles.write(maildir.resolve("cur/.hidden"), "hidden");

    assertThat(texts(MailboxPosition.BEGINNING)).isEmpty();
  }

  @Test
  void overwritesNoMailOfTheSameName() throws Exception {
    MailFiles.write(maildir.resolve("new/1.host"), "first");
    settleAll(MailOutcome.TAKEN);
    MailFiles.write(maildir.resolve("new/1.host"), "second");
    settleAll(MailOutcome.TAKEN);

    assertThat(taken()).containsExactlyInAnyOrder("first", "second");
  }

  private void settleAll(MailOutcome outcome) throws Exception {
    try (MailboxSession session = open()) {
      for (var mail = session.next(); mail.isPresent(); mail = session.next()) {
        mail.get().settle(outcome);
      }
    }
  }
}
