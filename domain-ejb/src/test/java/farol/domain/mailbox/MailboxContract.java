package farol.domain.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Mailbox} does; a subclass says how mails come into it and where they are. */
public abstract class MailboxContract {
  protected static final int MOST = 100_000;

  /** The one under test. */
  protected abstract Mailbox mailbox();

  /** One like it, whose folder is missing. */
  protected abstract Mailbox missing();

  /** Has a mail come in, after all others. */
  protected abstract void deliver(String mail) throws IOException;

  /** The waiting mails: where they are, in files of which names, and their flags. */
  protected abstract List<String> waiting() throws IOException;

  /** The mails that were taken. */
  protected abstract List<String> taken() throws IOException;

  /** The mails that were set aside. */
  protected abstract List<String> refused() throws IOException;

  /** Has somebody else take all waiting mails away. */
  protected abstract void removeAll() throws IOException;

  @Test
  void showsMailsInTheOrderOfTheirArrival() throws Exception {
    for (int i = 1; i <= 30; i++) {
      deliver("mail " + i);
    }

    try (MailboxSession session = open()) {
      for (int i = 1; i <= 30; i++) {
        assertThat(text(session.next().orElseThrow())).isEqualTo("mail " + i);
      }
      assertThat(session.next()).isEmpty();
    }
  }

  @Test
  void isEmptyWithoutMails() throws Exception {
    try (MailboxSession session = open()) {
      assertThat(session.next()).isEmpty();
    }
  }

  @Test
  void handsOutTheVeryBytes() throws Exception {
    String mail = "A: b\r\n\r\n\u0001\u0080\u00ff ends with no line\r\n\r\n.\r\nbut so";
    deliver(mail);

    try (MailboxSession session = open()) {
      KeptMail kept = session.next().orElseThrow();
      assertThat(text(kept)).isEqualTo(mail);
      assertThat(kept.size()).isEqualTo(mail.length());
      assertThat(kept.received())
          .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
      assertThat(kept.key()).isNotEmpty();
    }
  }

  @Test
  void readingLeavesNoTrace() throws Exception {
    deliver("mail 1");
    deliver("mail 2");
    List<String> before = waiting();

    for (KeptMail each : all()) {
      assertThat(each.key()).isNotEmpty();
    }
    try (MailboxSession session = open()) {
      for (Optional<KeptMail> mail = session.next(); mail.isPresent(); mail = session.next()) {
        assertThat(text(mail.get())).startsWith("mail");
        mail.get().settle(MailOutcome.LEFT_ALONE);
      }
    }

    assertThat(before).hasSize(2);
    assertThat(waiting()).isEqualTo(before);
    assertThat(taken()).isEmpty();
    assertThat(refused()).isEmpty();
  }

  @Test
  void putsEachMailWhereItBelongs() throws Exception {
    for (String mail : List.of("taken 1", "foreign", "refused", "taken 2")) {
      deliver(mail);
    }

    try (MailboxSession session = open()) {
      session.next().orElseThrow().settle(MailOutcome.TAKEN);
      session.next().orElseThrow().settle(MailOutcome.LEFT_ALONE);
      session.next().orElseThrow().settle(MailOutcome.SET_ASIDE);
      session.next().orElseThrow().settle(MailOutcome.TAKEN);
    }

    assertThat(taken()).containsExactly("taken 1", "taken 2");
    assertThat(refused()).containsExactly("refused");
    assertThat(waiting()).hasSize(1);
    assertThat(texts(MailboxPosition.BEGINNING)).containsExactly("foreign");
  }

  @Test
  void goesOnWhereAnotherSessionHasStopped() throws Exception {
    deliver("mail 1");
    deliver("mail 2");
    deliver("mail 3");
    List<KeptMail> first = all();

    assertThat(texts(first.get(0).position())).containsExactly("mail 2", "mail 3");
    assertThat(texts(first.get(2).position())).isEmpty();
    deliver("mail 4");
    assertThat(texts(first.get(2).position())).containsExactly("mail 4");
  }

  @Test
  void beginsAtTheBeginningWithAPositionOfAnotherMailbox() throws Exception {
    deliver("mail");

    assertThat(texts(new MailboxPosition("1/1/1"))).containsExactly("mail");
    assertThat(texts(new MailboxPosition("anything"))).containsExactly("mail");
  }

  @Test
  void showsAMailAgainThatWasNotSettled() throws Exception {
    deliver("mail");
    KeptMail first = all().get(0);
    KeptMail second = all().get(0);

    assertThat(second.key()).isEqualTo(first.key());
    assertThat(second.position()).isEqualTo(first.position());
  }

  @Test
  void readsNoMailThatIsTooLarge() throws Exception {
    String mail = "0123456789".repeat(10);
    deliver(mail);

    try (MailboxSession session = open()) {
      KeptMail kept = session.next().orElseThrow();
      assertThat(kept.read(99)).isEqualTo(new MailBytes.TooLarge(100));
      assertThat(kept.read(50)).isEqualTo(new MailBytes.TooLarge(100));
      assertThat(kept.read(100)).isInstanceOf(MailBytes.Whole.class);
    }
  }

  @Test
  void mailThatIsGoneIsNoFailure() throws Exception {
    deliver("mail 1");
    deliver("mail 2");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      removeAll();
      assertThat(mail.read(MOST)).isEqualTo(new MailBytes.Gone());
      mail.settle(MailOutcome.TAKEN);
      mail.settle(MailOutcome.SET_ASIDE);
    }

    assertThat(taken()).isEmpty();
    assertThat(refused()).isEmpty();
  }

  @Test
  void settlingTwiceIsSettlingOnce() throws Exception {
    deliver("mail");

    try (MailboxSession session = open()) {
      KeptMail mail = session.next().orElseThrow();
      mail.settle(MailOutcome.TAKEN);
      mail.settle(MailOutcome.SET_ASIDE);
    }

    assertThat(taken()).containsExactly("mail");
    assertThat(refused()).isEmpty();
  }

  @Test
  void missingFolderIsNoEmptyOne() {
    assertThatExceptionOfType(FolderUnusableException.class)
        .isThrownBy(() -> missing().open(MailboxPosition.BEGINNING));
  }

  /** A session of all mails. */
  protected MailboxSession open() throws MailboxException {
    return mailbox().open(MailboxPosition.BEGINNING);
  }

  /** All mails, of a session that is closed. */
  protected List<KeptMail> all() throws MailboxException {
    List<KeptMail> mails = new ArrayList<>();
    try (MailboxSession session = open()) {
      for (Optional<KeptMail> mail = session.next(); mail.isPresent(); mail = session.next()) {
        mails.add(mail.get());
      }
    }
    return mails;
  }

  /** What mails after a position say. */
  protected List<String> texts(MailboxPosition after) throws MailboxException {
    List<String> texts = new ArrayList<>();
    try (MailboxSession session = mailbox().open(after)) {
      for (Optional<KeptMail> mail = session.next(); mail.isPresent(); mail = session.next()) {
        texts.add(text(mail.get()));
      }
    }
    return texts;
  }

  /** What a mail says, a character a byte, or what kept it from being read. */
  protected static String text(KeptMail mail) throws MailboxException {
    return mail.read(MOST)
        .<String>fold(
            whole -> new String(whole, ISO_8859_1),
            size -> "too large: " + size,
            reason -> reason,
            () -> "gone");
  }
}
