package farol.intake.mailbox;

import farol.domain.mailbox.FarolFailedException;
import farol.domain.mailbox.MailboxException;

/** What is asked of a mailbox. */
@FunctionalInterface
interface MailboxQuestion<T> {
  T put() throws MailboxException;

  /** Asks it, so that what the code of one mailbox fails at is no trouble of others. */
  @SuppressWarnings("IllegalCatch")
  static <T> T ask(MailboxQuestion<T> question) throws MailboxException {
    try {
      return question.put();
    } catch (RuntimeException bug) {
      // Whatever it is, of Farol or of a library's: it goes on as this mailbox's trouble.
      throw new FarolFailedException("Farol failed: " + bug, bug);
    }
  }
}
