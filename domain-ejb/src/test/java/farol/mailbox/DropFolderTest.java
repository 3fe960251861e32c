package farol.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxContract;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest extends MailboxContract {
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6));

  @TempDir Path parent;

  private Path folder;
  private int delivered;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(parent.resolve("drop"));
  }

  @Override
  protected Mailbox mailbox() {
    return FolderMailbox.dropFolder("test", folder, LATER);
  }

  @Override
  protected Mailbox missing() {
    return FolderMailbox.dropFolder("test", parent.resolve("elsewhere"), LATER);
  }

  @Override
  protected void deliver(String mail) throws IOException {
    delivered++;
    MailFiles.write(folder.resolve("%04d.eml".formatted(delivered)), mail);
  }

  @Override
  protected List<String> waiting() throws IOException {
    return MailFiles.in(folder).stream().map(Path::toString).toList();
  }

  @Override
  protected List<String> taken() throws IOException {
    return MailFiles.texts(folder.resolve("taken"));
  }

  @Override
  protected List<String> refused() throws IOException {
    return MailFiles.texts(folder.resolve("refused"));
  }

  @Override
  protected void removeAll() throws IOException {
    MailFiles.delete(folder);
  }

  @Test
  void waitsUntilAFileHasNotChangedForAWhile() throws Exception {
    deliver("mail");
    Clock soon = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(3));

    try (MailboxSession session =
        FolderMailbox.dropFolder("test", folder, soon).open(MailboxPosition.BEGINNING)) {
      assertThat(session.next()).isEmpty();
    }
    assertThat(all()).hasSize(1);
  }

  @Test
  void oldFileThatIsMovedInIsNew() throws Exception {
    deliver("mail");
    MailboxPosition position = all().get(0).position();
    Path old = MailFiles.write(parent.resolve("0000.json"), "old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Files.move(old, folder.resolve("0000.json"));

    assertThat(texts(position)).containsExactly("old");
  }

  @Test
  void beginsAtTheBeginningWhenTheClockWasSetBack() throws Exception {
    deliver("mail");
    Instant nextYear = Instant.now().plus(Duration.ofDays(365));

    assertThat(texts(FolderPosition.of(nextYear, "0001.eml").written())).containsExactly("mail");
  }

  @Test
  void followsNoLinksAndTakesNoFoldersOrHiddenFiles() throws Exception {
    Path secret = MailFiles.write(parent.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("link.eml"), secret);
    MailFiles.write(Files.createDirectory(folder.resolve("folder.eml")).resolve("1.eml"), "deep");
    MailFiles.write(folder.resolve(".2.eml.part"), "half");

    assertThat(texts(MailboxPosition.BEGINNING)).isEmpty();
  }

  @Test
  void linkInThePlaceOfAMailIsNotFollowed() throws Exception {
    deliver("mail");
    Path secret = MailFiles.write(parent.resolve("secret"), "text");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      Path file = MailFiles.in(folder).get(0);
      Files.delete(file);
      Files.createSymbolicLink(file, secret);
      assertThat(mail.read(MOST)).isEqualTo(new MailBytes.Gone());
    }
  }

  @Test
  void movesNothingThroughALink() throws Exception {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("taken"), elsewhere);
    deliver("mail");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      assertThatExceptionOfType(FolderUnusableException.class)
          .isThrownBy(() -> mail.settle(MailOutcome.TAKEN));
    }
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(texts(MailboxPosition.BEGINNING)).containsExactly("mail");
  }

  @Test
  void anotherFileOfTheSameNameIsAnotherMail() throws Exception {
    deliver("first");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      Path second = MailFiles.write(parent.resolve("second"), "second");
      Files.move(second, MailFiles.in(folder).get(0), StandardCopyOption.REPLACE_EXISTING);
      mail.settle(MailOutcome.TAKEN);
    }

    assertThat(taken()).isEmpty();
    assertThat(texts(MailboxPosition.BEGINNING)).containsExactly("second");
  }

  @Test
  void keepsANameThatIsNoText() throws Exception {
    shell("printf mail > \"$(printf '\\377.eml')\"");
    Path name = MailFiles.in(folder).get(0).getFileName();

    try (MailboxSession session = open()) {
      session.next().orElseThrow().settle(MailOutcome.TAKEN);
    }

    assertThat(MailFiles.in(folder.resolve("taken")))
        .containsExactly(folder.resolve("taken").resolve(name));
  }

  private void shell(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void overwritesNothing() throws Exception {
    Path file = folder.resolve("daily.json");
    for (String text : List.of("first", "second", "third")) {
      MailFiles.write(file, text);
      try (MailboxSession session = open()) {
        session.next().orElseThrow().settle(MailOutcome.TAKEN);
      }
    }

    assertThat(taken()).containsExactlyInAnyOrder("first", "second", "third");
  }
}
