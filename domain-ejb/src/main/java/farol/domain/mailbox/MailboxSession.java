package farol.domain.mailbox;

import java.util.Optional;

/**
 * The mails that waited when it was opened, each once, in the order of their arrival. Nothing in
 * the mailbox changes but by {@link KeptMail#settle}. For one thread.
 */
public interface MailboxSession extends AutoCloseable {
  /** The next one that is still there; empty after the last. */
  Optional<KeptMail> next() throws MailboxException;

  /** Lets go of the mailbox. Never fails. */
  @Override
  void close();
}
