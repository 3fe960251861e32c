package farol.intake.mailbox;

import farol.domain.mailbox.MailboxTrouble;
import farol.mailbox.ConfiguredMailbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox fares.
 *
 * @param address where it is, without a secret
 * @param beingRead whether somebody reads it now
 * @param lastLookAt when it was last looked into; null: never yet
 * @param trouble what the last look ended with; null if it came to the end
 * @param detail of the trouble, for an operator; empty without one
 * @param failures looks in a row that ended so
 * @param noted the last of its mails that somebody should look at, the latest first
 */
public record MailboxStatus(
    String name,
    String address,
    boolean beingRead,
    @Nullable Instant lastLookAt,
    Instant nextLookAt,
    @Nullable MailboxTrouble trouble,
    String detail,
    int failures,
    MailCounts counts,
    List<NotedMail> noted) {
  public MailboxStatus {
    noted = List.copyOf(noted);
  }

  /** Of one that nobody has looked into yet. */
  static MailboxStatus unseen(ConfiguredMailbox mailbox, Instant now) {
    return new MailboxStatus(
        mailbox.name(),
        mailbox.address(),
        false,
        null,
        now,
        null,
        "",
        0,
        new MailCounts(0, 0, 0, 0),
        List.of());
  }
}
