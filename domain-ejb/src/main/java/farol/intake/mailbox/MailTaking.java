package farol.intake.mailbox;

import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailboxException;
import farol.intake.Arrival;
import farol.intake.Ending;
import farol.intake.Judged;
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
   * @throws MailboxException if the mailbox is to blame
   * @throws ExecutionException if this mail, or the database, brought about what it is caused by
   */
  Ending take(KeptMail mail, String mailbox)
      throws MailboxException, ExecutionException, InterruptedException {
    int most = arrivals.mostBytes();
    MailBytes bytes = MailboxQuestion.ask(() -> mail.read(most));
    Arrival arrival = Arrival.inMailbox(mailbox, mail.received());
    return bytes
        .<CompletableFuture<Ending>>fold(
            whole -> take(whole, arrival),
            size -> ended(Verdict.NO_REPORT, "MAIL_TOO_LARGE", tooLarge(most, size)),
            reason -> ended(Verdict.REFUSED, "MAIL_UNREADABLE", reason),
            () -> ended(Verdict.NO_REPORT, "MAIL_GONE", "somebody else took it away"))
        .get();
  }

  private static String tooLarge(int most, long size) {
    return "a mail with a report must have " + most + " bytes at most, this one has " + size;
  }

  private static CompletableFuture<Ending> ended(Verdict verdict, String code, String reason) {
    return CompletableFuture.completedFuture(new Ending(verdict, code, reason));
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
