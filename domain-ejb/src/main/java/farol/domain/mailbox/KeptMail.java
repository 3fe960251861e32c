package farol.domain.mailbox;

import java.time.Instant;

/** A mail in a mailbox; as long as the session is open that has shown it. */
public interface KeptMail {
  /** What it is called in its mailbox, at any time; for an operator, too. */
  String key();

  /** From where a later session goes on once this mail and those before it are settled. */
  MailboxPosition position();

  /** So many bytes, by what the mailbox says. */
  long size();

  /** When it came, by what the mailbox says. */
  Instant received();

  /**
   * Reads it and leaves no trace of that, not even that it has been seen.
   *
   * @param most so many bytes at most; of a larger mail nothing is kept
   * @throws MailboxException if it looks as if the mailbox is to blame and not this mail alone
   */
  MailBytes read(int most) throws MailboxException;

  /**
   * Says what became of it, and puts it where the mailbox keeps such mails. Where that is cut off,
   * the mail is still there and will be shown again. A mail that is gone is settled.
   */
  void settle(MailOutcome outcome) throws MailboxException;
}
