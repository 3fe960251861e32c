package farol.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.mailbox.MailboxTrouble;
import farol.intake.mailbox.MailCounts;
import farol.intake.mailbox.MailboxStatus;
import farol.intake.mailbox.NotedMail;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailboxCardTest {
  private static final Instant LAST = Instant.parse("2026-11-21T06:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-11-21T06:05:00Z");

  @Test
  void isWellWhenItWasReadToItsEnd() {
    MailboxCard card = card(false, LAST, null);

    assertThat(card.tone()).isEqualTo("ok");
    assertThat(card.state()).isEqualTo("Read to its end");
    assertThat(card.isInTrouble()).isFalse();
    assertThat(card.nextLookAt()).isEqualTo(NEXT);
  }

  @Test
  void saysThatItIsBeingRead() {
    MailboxCard card = card(true, LAST, null);

    assertThat(card.state()).isEqualTo("Being read");
    assertThat(card.nextLookAt()).isNull();
  }

  @Test
  void saysThatNobodyHasLookedYet() {
    assertThat(card(false, null, null).state()).isEqualTo("Not looked into yet");
  }

  @Test
  void saysWhatToDoAboutItsTrouble() {
    MailboxCard card = card(false, LAST, MailboxTrouble.SIGN_IN_REFUSED);

    assertThat(card.tone()).isEqualTo("refused");
    assertThat(card.state()).isEqualTo("Sign-in refused");
    assertThat(card.isInTrouble()).isTrue();
    assertThat(card.advice()).contains("password");
    assertThat(card.detail()).isEqualTo("[AUTHENTICATIONFAILED]");
  }

  @Test
  void showsItsTroubleWhileItIsReadAgain() {
    assertThat(card(true, LAST, MailboxTrouble.AWAY).state()).isEqualTo("Not reachable");
  }

  @Test
  void countsTheMailsThatSomebodyShouldLookAt() {
    NotedMail mail = new NotedMail("1/2", LAST, LAST, "BAD_JSON", "cut");

    assertThat(withNoted(List.of(mail)).notedText())
        .isEqualTo("1 mail that somebody should look at");
    assertThat(withNoted(List.of(mail, mail)).notedText())
        .isEqualTo("2 mails that somebody should look at");
  }

  private static MailboxCard card(
      boolean beingRead, @Nullable Instant lastLookAt, @Nullable MailboxTrouble trouble) {
    return card(beingRead, lastLookAt, trouble, List.of());
  }

  private static MailboxCard withNoted(List<NotedMail> noted) {
    return card(false, LAST, null, noted);
  }

  private static MailboxCard card(
      boolean beingRead,
      @Nullable Instant lastLookAt,
      @Nullable MailboxTrouble trouble,
      List<NotedMail> noted) {
    return MailboxCard.of(
        new MailboxStatus(
            "reports",
            "imaps://a@mail.example.com/INBOX",
            beingRead,
            lastLookAt,
            NEXT,
            trouble,
            trouble == null ? "" : "[AUTHENTICATIONFAILED]",
            trouble == null ? 0 : 1,
            new MailCounts(1, 2, 3, 4),
            noted),
        new Texts(Locale.ENGLISH));
  }
}
