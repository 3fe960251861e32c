package farol.intake.mailbox;

import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailboxException;
import farol.intake.Arrival;
import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.Outage;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Reads a mail and takes in the report that it may carry. */
final class MailTaking {
  /** For the database, which may hang. */
  private static final int PATIENCE_SECONDS = 60;

  private final ReportArrivals arrivals;

  MailTaking(ReportArrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * What came of it; a report is durable by then.
   *
   * @throws MailFailedException if it can't be read, or Farol itself fails at it
   * @throws IllegalStateException if the database takes nothing now
   */
  Ending take(KeptMail mail, String mailbox) throws MailFailedException, InterruptedException {
    Arrival arrival = Arrival.inMailbox(mailbox, mail.received());
    try {
      return read(mail)
          .<CompletableFuture<Ending>>fold(
              whole -> take(whole, arrival),
              size -> leftAlone("MAIL_TOO_LARGE", tooLarge(size)),
              reason ->
                  CompletableFuture.failedFuture(MailFailedException.unreadable(mail, reason)),
              () -> leftAlone("MAIL_GONE", "somebody else took it away"))
          .get();
    } catch (MailboxException e) {
      throw MailFailedException.unreadable(mail, e);
    } catch (ExecutionException e) {
      throw failure(mail, Outage.cause(e));
    }
  }

  private MailBytes read(KeptMail mail) throws MailboxException {
    return MailboxQuestion.ask(() -> mail.read(arrivals.mostBytes()));
  }

  /** Whether its mailbox hands it out; nothing else is done with it. */
  boolean isReadable(KeptMail mail) {
    try {
      return read(mail) instanceof MailBytes.Whole;
    } catch (MailboxException e) {
      return false;
    }
  }

  private String tooLarge(long size) {
    return "a mail with a report must have "
        + arrivals.mostBytes()
        + " bytes at most, this one has "
        + size;
  }

  private static CompletableFuture<Ending> leftAlone(String code, String reason) {
    return CompletableFuture.completedFuture(new Ending(Verdict.NO_REPORT, code, reason));
  }

  private static MailFailedException failure(KeptMail mail, Throwable cause) {
    if (Outage.explains(cause)) {
      throw new IllegalStateException("the database takes nothing now", cause);
    }
    return cause instanceof MailFailedException unreadable
        ? unreadable
        : MailFailedException.notTaken(mail, cause);
  }

  /** Whatever goes wrong is in what it returns, so that no mail brings the job down. */
  private CompletableFuture<Ending> take(byte[] mail, Arrival arrival) {
    return CompletableFuture.supplyAsync(() -> arrivals.judgeMail(mail, arrival), Runnable::run)
        .thenCompose(this::store);
  }

  private CompletableFuture<Ending> store(Judged judged) {
    return judged instanceof Judged.Admitted admitted
        ? arrivals
            .store(admitted)
            .toCompletableFuture()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        : CompletableFuture.completedFuture(((Judged.Dismissed) judged).ending());
  }
}
