package farol.intake;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorRoute;
import farol.domain.report.Acceptance;
import farol.domain.report.Submission;
import farol.spool.Entry;
import farol.spool.Spool;
import farol.spool.SpooledReport;
import farol.store.DatabaseException;
import farol.wire.RefusalCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports from the spool into the database, judged as of the time of their receipt. A report
 * leaves the spool after its commit; killed in between, it is delivered again, as a duplicate.
 *
 * <p>While the database is in trouble they stay. One is set aside when the database refuses what it
 * says, and when it has failed three times for no reason of the database's, as a damaged file does.
 *
 * <p>For one thread.
 */
final class Redelivery {
  private static final System.Logger LOGGER = System.getLogger(Redelivery.class.getName());

  private static final int MOST_FAILURES = 3;

  private final Spool spool;
  private final CollectorDirectory collectors;
  private final ReportJudge judge;
  private final Function<Submission, CompletionStage<Acceptance>> database;
  private final Refusals refusals;
  private final Consumer<Outcome> counter;
  private final Map<Entry, Integer> failures = new HashMap<>();

  /** Where what is refused is kept. */
  @FunctionalInterface
  interface Refusals {
    /** Returns once it is durable, or the domain is gone. */
    void keep(long domainId, SpooledReport report, Judgement.Refused refused);
  }

  /**
   * @param database stores a report; its stage completes after the commit
   */
  Redelivery(
      Spool spool,
      CollectorDirectory collectors,
      ReportJudge judge,
      Function<Submission, CompletionStage<Acceptance>> database,
      Refusals refusals,
      Consumer<Outcome> counter) {
    this.spool = spool;
    this.collectors = collectors;
    this.judge = judge;
    this.database = database;
    this.refusals = refusals;
    this.counter = counter;
  }

  /**
   * Delivers all together.
   *
   * @return how many of them the database has now
   * @throws NotNowException if it did not take at least one; others may have been delivered
   */
  int deliver(List<Entry> entries) throws NotNowException, InterruptedException {
    Map<Entry, CompletableFuture<Acceptance>> underWay = new LinkedHashMap<>();
    for (Entry entry : entries) {
      attempt(entry).ifPresent(attempt -> underWay.put(entry, attempt));
    }
    int delivered = 0;
    @Nullable NotNowException notNow = null;
    for (Map.Entry<Entry, CompletableFuture<Acceptance>> each : underWay.entrySet()) {
      try {
        delivered += settle(each.getKey(), each.getValue()) ? 1 : 0;
      } catch (NotNowException e) {
        notNow = e;
      }
    }
    if (notNow != null) {
      throw notNow;
    }
    return delivered;
  }

  /** Empty for a report that need not be stored: it has left the spool by now. */
  @SuppressWarnings("IllegalCatch") // the drain must outlive anything that one report brings up
  private Optional<CompletableFuture<Acceptance>> attempt(Entry entry) throws InterruptedException {
    try {
      return submissionOf(entry, spool.read(entry))
          .map(submission -> database.apply(submission).toCompletableFuture());
    } catch (@SuppressWarnings("IllegalCatch")
        IOException
        | ExecutionException
        | RuntimeException failure) {
      return Optional.of(CompletableFuture.failedFuture(failure));
    }
  }

  private Optional<Submission> submissionOf(Entry entry, SpooledReport report)
      throws ExecutionException, InterruptedException {
    Optional<CollectorRoute> route = collectors.find(report.token(), report.receivedAt()).get();
    if (route.isEmpty()) {
      drop(entry, report, RefusalCode.UNKNOWN_TOKEN);
      return Optional.empty();
    }
    Judgement judgement = judge.judge(route, report.raw(), report.receivedAt());
    if (judgement instanceof Judgement.Admitted admitted) {
      return Optional.of(admitted.submission());
    }
    Judgement.Refused refused = (Judgement.Refused) judgement;
    if (refused.code() == RefusalCode.DOMAIN_MISMATCH) {
      refusals.keep(route.get().domainId(), report, refused);
      drop(entry, report, refused.code());
    } else {
      // It could be read when it was acknowledged, so the reader or its limits have changed.
      setAside(entry, refused.code() + ": " + refused.detail());
    }
    return Optional.empty();
  }

  /** Whether the database has it. */
  private boolean settle(Entry entry, CompletableFuture<Acceptance> attempt)
      throws NotNowException, InterruptedException {
    try {
      leave(entry, Outcome.of(attempt.get()));
      return true;
    } catch (ExecutionException e) {
      Throwable failure = Outage.cause(e);
      if (Outage.explains(failure) || !spool.isReachable()) {
        throw new NotNowException(failure);
      }
      if (failure instanceof DatabaseException) {
        setAside(entry, failure.toString());
      } else {
        suspect(entry, failure.toString());
      }
      return false;
    }
  }

  /** Takes a failure for the report's own, though it may be chance: the third time, it is not. */
  void suspect(Entry entry, String reason) {
    if (failures.merge(entry, 1, Integer::sum) >= MOST_FAILURES) {
      setAside(entry, reason);
    }
  }

  /** To be told when the spool is empty, and nothing in it under suspicion any more. */
  void forgetFailures() {
    failures.clear();
  }

  private void drop(Entry entry, SpooledReport report, RefusalCode code) {
    LOGGER.log(INFO, () -> "refused a report from the spool " + report.token() + " code=" + code);
    leave(entry, Outcome.REFUSED);
  }

  private void leave(Entry entry, Outcome outcome) {
    failures.remove(entry);
    if (spool.remove(entry)) {
      counter.accept(outcome);
    }
  }

  private void setAside(Entry entry, String reason) {
    failures.remove(entry);
    if (spool.setAside(entry, reason)) {
      counter.accept(Outcome.FAILED);
    }
  }
}
