package farol.intake.mailbox;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.lookup.OutsideText;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import farol.domain.mailbox.MailboxTrouble;
import farol.intake.Ending;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.mailbox.ConfiguredMailbox;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads mailboxes, each from where the last look into it ended and mail by mail: takes in the
 * report that a mail may carry, then puts the mail where such mails go, then goes on behind it.
 * Killed in between, it reads the mail again, and the report in it is a duplicate.
 *
 * <p>A mailbox in trouble is left in peace for a while, and so is one with a mail that can't be
 * read, that Farol itself fails at, or that can't be put away. Such a mail stays where it is, and
 * after three looks Farol goes on behind it. Where it was not even read, it does so only once one
 * of the next mails can be read: else it is the mailbox that hands out nothing now, and mail after
 * mail would go unread. What the database does not take stays where it is, and ends the round. For
 * one thread.
 */
public final class MailboxRound {
  private static final System.Logger LOGGER = System.getLogger(MailboxRound.class.getName());

  private static final int MOST_TRIES = 3;
  private static final int MOST_SAMPLES = 10;

  private final MailboxBook book;
  private final MailTaking taking;
  private final Clock clock;
  private final BooleanSupplier stopped;
  private final Map<Verdict, Integer> tally = new EnumMap<>(Verdict.class);

  /**
   * Begins one.
   *
   * @param stopped whether no further mail is to be read
   */
  public MailboxRound(
      MailboxBook book, ReportArrivals arrivals, Clock clock, BooleanSupplier stopped) {
    this.book = book;
    this.taking = new MailTaking(arrivals);
    this.clock = clock;
    this.stopped = stopped;
  }

  /** What became of how many mails. */
  public Map<Verdict, Integer> tally() {
    return new EnumMap<>(tally);
  }

  /**
   * Reads a mailbox to its end, unless somebody else does.
   *
   * @param onlyIfDue not before it is to be looked into
   * @param anew at once, from its beginning, mails included that were left alone; whoever else
   *     reads it then stops
   * @throws IllegalStateException if the database takes nothing now
   */
  public void read(ConfiguredMailbox mailbox, boolean onlyIfDue, boolean anew)
      throws InterruptedException {
    Optional<Lease> lease = anew ? book.leaseAnew(mailbox) : book.lease(mailbox, onlyIfDue);
    if (lease.isPresent()) {
      read(lease.get());
    }
  }

  private void read(Lease lease) throws InterruptedException {
    try {
      look(lease, lease.position());
    } catch (MailboxException e) {
      end(lease, e.trouble(), e);
    }
  }

  private void look(Lease lease, MailboxPosition after)
      throws MailboxException, InterruptedException {
    try (MailboxSession session = open(lease, after)) {
      if (isReadToItsEnd(lease, session)) {
        book.end(lease);
      } else {
        book.release(lease);
      }
    } catch (MailFailedException e) {
      failed(lease, e);
    }
  }

  private MailboxSession open(Lease lease, MailboxPosition after) throws MailboxException {
    return MailboxQuestion.ask(() -> lease.mailbox().mailbox(clock).open(after));
  }

  /** False if it is stopped, or somebody else reads the mailbox by now. */
  private boolean isReadToItsEnd(Lease lease, MailboxSession session)
      throws MailboxException, MailFailedException, InterruptedException {
    while (!stopped.getAsBoolean()) {
      Optional<KeptMail> mail = MailboxQuestion.ask(session::next);
      if (mail.isEmpty()) {
        return true;
      }
      if (!settle(lease, mail.get())) {
        return false;
      }
    }
    return false;
  }

  /** False if somebody else reads the mailbox by now. */
  private boolean settle(Lease lease, KeptMail mail)
      throws MailFailedException, InterruptedException {
    Ending ending = taking.take(mail, lease.name());
    if (ending.verdict() == Verdict.REFUSED) {
      note(lease, mail, ending);
    }
    try {
      put(mail, outcome(ending.verdict()));
    } catch (MailboxException e) {
      throw MailFailedException.notMoved(mail, ending, e);
    }
    return advance(lease, mail, ending);
  }

  private static void put(KeptMail mail, MailOutcome outcome) throws MailboxException {
    var unused =
        MailboxQuestion.ask(
            () -> {
              mail.settle(outcome);
              return outcome;
            });
  }

  private void note(Lease lease, KeptMail mail, Ending ending) {
    book.note(lease, mail, ending);
    LOGGER.log(
        WARNING,
        () -> "somebody should look at a mail mailbox=" + lease.name() + " code=" + ending.code());
  }

  private boolean advance(Lease lease, KeptMail mail, Ending ending) {
    tally.merge(ending.verdict(), 1, Integer::sum);
    return book.advance(lease, mail, ending);
  }

  /**
   * Goes on behind a mail that three looks in a row have failed at, if it is that mail: it was
   * read, or others can be. All else ends the look.
   */
  private void failed(Lease lease, MailFailedException failure)
      throws MailboxException, InterruptedException {
    KeptMail mail = failure.mail();
    if (book.countFailure(lease, mail) < MOST_TRIES
        || !(failure.isRead() || isAnyReadableBehind(lease, mail))) {
      end(lease, failure.trouble(), failure);
      return;
    }
    note(lease, mail, failure.ending());
    if (advance(lease, mail, failure.ending())) {
      look(lease, mail.position());
    }
  }

  /**
   * Each in a session of its own, as a server may have closed the connection over the mail before.
   */
  private boolean isAnyReadableBehind(Lease lease, KeptMail mail) throws MailboxException {
    MailboxPosition after = mail.position();
    for (int sample = 0; sample < MOST_SAMPLES; sample++) {
      try (MailboxSession session = open(lease, after)) {
        Optional<KeptMail> next = MailboxQuestion.ask(session::next);
        if (next.isEmpty() || taking.isReadable(next.get())) {
          return next.isPresent();
        }
        after = next.get().position();
      }
    }
    return false;
  }

  private void end(Lease lease, MailboxTrouble trouble, Exception reason) {
    String detail = OutsideText.safe(String.valueOf(reason.getMessage()));
    LOGGER.log(
        WARNING,
        () -> "mailbox=" + lease.name() + " " + trouble + ": " + detail,
        isFarols(trouble) ? reason : null);
    book.end(lease, trouble, detail);
  }

  private static boolean isFarols(MailboxTrouble trouble) {
    return trouble == MailboxTrouble.MAIL_FAILED || trouble == MailboxTrouble.FAROL_FAILED;
  }

  private static MailOutcome outcome(Verdict verdict) {
    return switch (verdict) {
      case STORED, DUPLICATE -> MailOutcome.TAKEN;
      case FOREIGN, NO_REPORT -> MailOutcome.LEFT_ALONE;
      case REFUSED -> MailOutcome.SET_ASIDE;
    };
  }
}
