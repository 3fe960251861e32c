package farol.intake.mailbox;

import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A real mailbox with whose mails something happens that a test wants. */
record DisturbedMailbox(Mailbox mailbox, UnaryOperator<KeptMail> disturbance) implements Mailbox {
  /** A mail as it is; a test overrides what is to be otherwise. */
  static class Mail implements KeptMail {
    private final KeptMail mail;

    Mail(KeptMail mail) {
      this.mail = mail;
    }

    @Override
    public String key() {
      return mail.key();
    }

    @Override
    public MailboxPosition position() {
      return mail.position();
    }

    @Override
    public long size() {
      return mail.size();
    }

    @Override
    public Instant received() {
      return mail.received();
    }

    @Override
    public MailBytes read(int most) throws MailboxException {
      return mail.read(most);
    }

    @Override
    public void settle(MailOutcome outcome) throws MailboxException {
      mail.settle(outcome);
    }
  }

  @Override
  public String name() {
    return mailbox.name();
  }

  @Override
  public MailboxSession open(MailboxPosition after) throws MailboxException {
    MailboxSession session = mailbox.open(after);
    return new MailboxSession() {
      @Override
      public Optional<KeptMail> next() throws MailboxException {
        return session.next().map(disturbance);
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }
}
