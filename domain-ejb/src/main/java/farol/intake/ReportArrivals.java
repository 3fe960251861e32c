package farol.intake;

import static java.util.Comparator.comparing;

import farol.dkim.DkimVerifier;
import farol.dkim.RememberedKeys;
import farol.domain.lookup.RecordLookup;
import farol.domain.report.Acceptance;
import farol.domain.report.IntakeFullException;
import farol.domain.report.ReportIntake;
import farol.domain.report.Submission;
import farol.intake.Judged.Admitted;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.wire.ReportReader;
import farol.wire.mail.MailLimits;
import farol.wire.mail.MailReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes in reports that were not posted: in mails, or by themselves in a file. They go where the
 * mail's recipient has a collector's token, else to the domain that they report about. Nobody waits
 * for an answer, so there is no spool: what the database does not take stays where it came from.
 */
@ApplicationScoped
public class ReportArrivals {
  /** Of a mail beside its attachments. */
  private static final int MOST_AROUND = 1 << 20;

  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject ArrivalRoutes routes;
  @Inject RecordLookup lookup;
  @Inject ReportCounters counters;
  @Inject Settings settings;
  @Inject Clock clock;

  private int mostBytes;
  private ArrivalJudge judge;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public ReportArrivals() {}

  @PostConstruct
  void start() {
    mostBytes = Math.toIntExact(2 * settings.number(Setting.LIMIT_BODY_BYTES) + MOST_AROUND);
    MailLimits limits = MailLimits.ofSize(mostBytes);
    judge =
        new ArrivalJudge(
            reader,
            new MailReader(limits),
            new DkimVerifier(new RememberedKeys(lookup), limits),
            routes,
            settings.text(Setting.MAIL_TRUST).equals("aligned"),
            clock);
  }

  /** Bytes of the largest mail that is read; a report that is just not too large is in it. */
  public int mostBytes() {
    return mostBytes;
  }

  /**
   * Reads and judges a mail; waits for DNS.
   *
   * @param mail as a mail program keeps it, in a file by itself; or a report by itself, which
   *     somebody may have put in a mailbox that is a folder
   * @throws farol.store.DatabaseException if the database cannot be asked whose it is
   */
  public Judged judgeMail(byte[] mail, Arrival arrival) {
    return judge.mail(mail, arrival);
  }

  /**
   * Reads and judges what a reporter may post: JSON, or gzip with JSON in it.
   *
   * @throws farol.store.DatabaseException if the database cannot be asked whose it is
   */
  public Judged judgeReport(byte[] body, Arrival arrival) {
    return judge.report(body, arrival);
  }

  /**
   * Stores what was admitted. The stage completes once that is durable; exceptionally if the
   * database takes nothing now, so that it has to be tried again later.
   */
  public CompletionStage<Ending> store(Admitted admitted) {
    List<CompletableFuture<Ending>> endings =
        admitted.submissions().stream().map(this::submit).toList();
    return CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new))
        .thenApply(all -> best(endings))
        .whenComplete(this::count);
  }

  private CompletableFuture<Ending> submit(Submission submission) {
    try {
      return intake
          .submit(submission)
          .toCompletableFuture()
          .handle(
              (acceptance, failure) ->
                  failure == null ? ending(acceptance) : refusedBecauseOf(failure));
    } catch (IntakeFullException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private static Ending ending(Acceptance acceptance) {
    return switch (acceptance) {
      case STORED, CONFLICTING -> Ending.taken(Verdict.STORED);
      case DUPLICATE -> Ending.taken(Verdict.DUPLICATE);
      case DOMAIN_GONE ->
          new Ending(Verdict.FOREIGN, "FOREIGN", "its domain was deleted meanwhile");
    };
  }

  /** What fails for the report's own sake would fail again, and keep others from being taken. */
  private static Ending refusedBecauseOf(Throwable failure) {
    if (Outage.explains(failure)) {
      throw new CompletionException(Outage.cause(failure));
    }
    return new Ending(Verdict.REFUSED, "NOT_STORABLE", "the database refuses what it says");
  }

  /** Of what became of it with several accounts. */
  private static Ending best(List<CompletableFuture<Ending>> endings) {
    return endings.stream()
        .map(CompletableFuture::join)
        .min(comparing(Ending::verdict))
        .orElseThrow();
  }

  private void count(@Nullable Ending ending, @Nullable Throwable failure) {
    if (ending != null) {
      counters.countReceived();
      counters.count(
          switch (ending.verdict()) {
            case STORED -> Outcome.STORED;
            case DUPLICATE -> Outcome.DUPLICATE;
            case FOREIGN, NO_REPORT, REFUSED -> Outcome.REFUSED;
          });
    }
  }
}
