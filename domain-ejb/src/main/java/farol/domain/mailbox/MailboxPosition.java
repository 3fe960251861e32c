package farol.domain.mailbox;

import static java.util.Objects.requireNonNull;

/**
 * How far somebody came in a mailbox. Whoever keeps it need not understand it.
 *
 * @param text as the mailbox wrote it; one that it does not understand is the beginning
 */
public record MailboxPosition(String text) {
  /** Before all mails. */
  public static final MailboxPosition BEGINNING = new MailboxPosition("");

  public MailboxPosition {
    requireNonNull(text, "text");
  }
}
