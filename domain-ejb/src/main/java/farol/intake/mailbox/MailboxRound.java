package farol.intake.mailbox;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.lookup.OutsideText;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxSession;
import farol.domain.mailbox.MailboxTrouble;
import farol.domain.shared.Excerpt;
import farol.intake.Ending;
import farol.intake.Outage;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.mailbox.ConfiguredMailbox;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Reads mailboxes, each from where the last look into it ended and mail by mail: takes in the
 * report that a mail may carry, then puts the mail where such mails go, then goes on behind it.
 * Killed in between, it reads the mail again, and the report in it is a duplicate.
 *
 * <p>A mailbox in trouble is left in peace for a while. So is one with a mail that Farol itself
 * fails at, which is set aside after three looks. What the database does not take stays where it
 * is, and ends the round. For one thread.
 */
public final class MailboxRound {
  private static final System.Logger LOGGER = System.getLogger(MailboxRound.class.getName());

  private static final int MOST_TRIES = 3;

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
      look(lease.get());
    }
  }

  private void look(Lease lease) throws InterruptedException {
    try (MailboxSession session = open(lease)) {
      if (isReadToItsEnd(lease, session)) {
        book.end(lease);
      } else {
        book.release(lease);
      }
    } catch (MailboxException e) {
      end(lease, e.trouble(), e);
    } catch (MailFailedException e) {
      end(lease, MailboxTrouble.MAIL_FAILED, e);
    }
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

  private MailboxSession open(Lease lease) throws MailboxException {
    return MailboxQuestion.ask(() -> lease.mailbox().mailbox(clock).open(lease.position()));
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
      throws MailboxException, MailFailedException, InterruptedException {
    Ending ending = take(lease, mail);
    if (ending.verdict() == Verdict.REFUSED) {
      book.note(lease, mail, ending);
      LOGGER.log(
          WARNING,
          () ->
              "somebody should look at a mail mailbox=" + lease.name() + " code=" + ending.code());
    }
    put(mail, outcome(ending.verdict()));
    tally.merge(ending.verdict(), 1, Integer::sum);
    return book.advance(lease, mail, ending);
  }

  private static void put(KeptMail mail, MailOutcome outcome) throws MailboxException {
    var unused =
        MailboxQuestion.ask(
            () -> {
              mail.settle(outcome);
              return outcome;
            });
  }

  private Ending take(Lease lease, KeptMail mail)
      throws MailboxException, MailFailedException, InterruptedException {
    try {
      return taking.take(mail, lease.name());
    } catch (ExecutionException e) {
      Throwable cause = Outage.cause(e);
      if (Outage.explains(cause)) {
        throw new IllegalStateException("the database takes nothing now", cause);
      }
      return failed(lease, mail, cause);
    }
  }

  private Ending failed(Lease lease, KeptMail mail, Throwable cause) throws MailFailedException {
    int tries = book.countFailure(lease, mail);
    String reason = "Farol failed at it: " + Excerpt.of(cause.toString());
    if (tries < MOST_TRIES) {
      throw new MailFailedException(Excerpt.of(mail.key()) + ": " + reason, cause);
    }
    return new Ending(Verdict.REFUSED, "MAIL_FAILED", reason);
  }

  private static MailOutcome outcome(Verdict verdict) {
    return switch (verdict) {
      case STORED, DUPLICATE -> MailOutcome.TAKEN;
      case FOREIGN, NO_REPORT -> MailOutcome.LEFT_ALONE;
      case REFUSED -> MailOutcome.SET_ASIDE;
    };
  }
}
