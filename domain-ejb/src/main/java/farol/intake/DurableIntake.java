package farol.intake;

import static java.lang.System.Logger.Level.ERROR;

import farol.domain.report.Acceptance;
import farol.domain.report.IntakeFullException;
import farol.domain.report.Submission;
import farol.intake.Delivery.Status;
import farol.spool.Entry;
import farol.spool.Spool;
import farol.spool.SpooledReport;
import farol.wire.RefusalCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes a report durable before its sender is answered: in the database if that takes no longer
 * than a second, the waiting in the queue included, else in the spool. In an outage it goes to the
 * spool at once.
 *
 * <p>A report that was not stored in time may still be on its way into the database when it is in
 * the spool too. It is counted when it leaves the spool, under the outcome of who takes it out: its
 * late first try, or the drain. It leaves once, so it is counted once; and the database's unique
 * key makes the later try a duplicate, which nobody counts.
 */
final class DurableIntake {
  private static final System.Logger LOGGER = System.getLogger(DurableIntake.class.getName());

  private final Function<Submission, CompletionStage<Acceptance>> database;
  private final Spool spool;
  private final Outage outage;
  private final Consumer<Outcome> counter;
  private final Executor executor;
  private final Duration patience;

  /**
   * @param database stores a report; its stage completes after the commit
   * @param executor writes to the spool what the database did not store in time
   */
  DurableIntake(
      Function<Submission, CompletionStage<Acceptance>> database,
      Spool spool,
      Outage outage,
      Consumer<Outcome> counter,
      Executor executor,
      Duration patience) {
    this.database = database;
    this.spool = spool;
    this.outage = outage;
    this.counter = counter;
    this.executor = executor;
    this.patience = patience;
  }

  /**
   * Keeps a report that is to be stored. The stage completes once it is durable; with a {@link
   * NowhereToStoreException} if it can't be kept anywhere.
   *
   * @param report what the submission was made of
   */
  CompletionStage<Delivery> keep(Submission submission, SpooledReport report) {
    if (outage.isOn()) {
      return spool(report, submission.warnings());
    }
    CompletableFuture<Acceptance> attempt = submit(submission);
    return attempt
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(acceptance -> stored(acceptance, submission.warnings()))
        .exceptionallyComposeAsync(
            failure -> {
              if (Outage.explains(failure)) {
                outage.begin("a report was not stored in time", failure);
              }
              return spool(report, submission.warnings(), attempt);
            },
            executor);
  }

  /** Keeps a report of which only the drain can tell whose it is. */
  CompletionStage<Delivery> spool(SpooledReport report, List<String> warnings) {
    return spool(report, warnings, new CompletableFuture<>());
  }

  private CompletableFuture<Acceptance> submit(Submission submission) {
    try {
      return database.apply(submission).toCompletableFuture();
    } catch (IntakeFullException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private CompletionStage<Delivery> spool(
      SpooledReport report, List<String> warnings, CompletableFuture<Acceptance> attempt) {
    try {
      Entry entry = spool.put(report);
      var unused = attempt.thenAccept(late -> settle(entry, late));
      return CompletableFuture.completedFuture(Delivery.accepted(Status.SPOOLED, warnings));
    } catch (IOException e) {
      counter.accept(Outcome.FAILED);
      LOGGER.log(ERROR, () -> "a report could be stored nowhere: " + e);
      return CompletableFuture.failedFuture(new NowhereToStoreException(e));
    }
  }

  private void settle(Entry entry, Acceptance late) {
    if (spool.remove(entry)) {
      counter.accept(Outcome.of(late));
    }
  }

  private Delivery stored(Acceptance acceptance, List<String> warnings) {
    counter.accept(Outcome.of(acceptance));
    return switch (acceptance) {
      case STORED -> Delivery.accepted(Status.STORED, warnings);
      case CONFLICTING -> {
        List<String> all = new ArrayList<>(warnings);
        all.add("CONFLICTING_DUPLICATE");
        yield Delivery.accepted(Status.STORED, all);
      }
      case DUPLICATE -> Delivery.accepted(Status.DUPLICATE, warnings);
      case DOMAIN_GONE -> Delivery.refused(RefusalCode.UNKNOWN_TOKEN, "");
    };
  }
}
