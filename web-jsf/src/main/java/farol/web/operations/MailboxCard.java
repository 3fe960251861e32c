package farol.web.operations;

import farol.domain.mailbox.MailboxTrouble;
import farol.intake.mailbox.MailCounts;
import farol.intake.mailbox.MailboxStatus;
import farol.intake.mailbox.NotedMail;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox fares.
 *
 * @param tone names its state in the style sheet
 * @param lastLookAt null: nobody has looked yet
 * @param nextLookAt null while it is being read
 * @param advice what to do about its trouble; empty without one
 * @param detail what the mailbox or its server said; empty without trouble
 * @param notedText how many mails are listed that somebody should look at, in words
 */
public record MailboxCard(
    String name,
    String address,
    String tone,
    String state,
    @Nullable Instant lastLookAt,
    @Nullable Instant nextLookAt,
    String advice,
    String detail,
    MailCounts counts,
    String notedText,
    List<NotedMail> noted) {
  public MailboxCard {
    noted = List.copyOf(noted);
  }

  public boolean isInTrouble() {
    return !advice.isEmpty();
  }

  static MailboxCard of(MailboxStatus status, Texts texts) {
    MailboxTrouble trouble = status.trouble();
    return new MailboxCard(
        status.name(),
        status.address(),
        tone(status),
        state(status, texts),
        status.lastLookAt(),
        status.beingRead() ? null : status.nextLookAt(),
        trouble == null ? "" : texts.get("mailboxes.advice." + trouble),
        status.detail(),
        status.counts(),
        texts.format("mailboxes.noted", status.noted().size()),
        status.noted());
  }

  private static String tone(MailboxStatus status) {
    if (status.trouble() != null) {
      return status.trouble() == MailboxTrouble.AWAY ? "unprotected" : "refused";
    }
    return status.beingRead() || status.lastLookAt() == null ? "waiting" : "ok";
  }

  private static String state(MailboxStatus status, Texts texts) {
    if (status.trouble() != null) {
      return texts.get("mailboxes.trouble." + status.trouble());
    }
    if (status.beingRead()) {
      return texts.get("mailboxes.state.reading");
    }
    return texts.get(status.lastLookAt() == null ? "mailboxes.state.new" : "mailboxes.state.read");
  }
}
