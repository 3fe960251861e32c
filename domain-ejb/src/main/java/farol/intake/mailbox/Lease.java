package farol.intake.mailbox;

import farol.domain.mailbox.MailboxPosition;
import farol.mailbox.ConfiguredMailbox;
import java.util.UUID;

/**
 * The right to read a mailbox, for a while and for one reader only.
 *
 * @param reader tells this reading from all others
 * @param position how far earlier ones came
 * @param failures looks in a row that ended in trouble
 */
public record Lease(
    ConfiguredMailbox mailbox, UUID reader, MailboxPosition position, int failures) {
  String name() {
    return mailbox.name();
  }
}
