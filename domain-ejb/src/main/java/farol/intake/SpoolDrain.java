package farol.intake;

import static java.lang.System.Logger.Level.INFO;

import farol.spool.Entry;
import farol.spool.Spool;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Empties the spool into the database, oldest first: many reports at once while all goes well, and
 * after a failure one, which shows whether the database is back. The outage ends when reports have
 * been brought in as fast as senders need it, or when none are left.
 *
 * <p>While the database does not take one although it answers, others are tried in its place. If it
 * takes another, it may be the report that brings it down each time, and not chance; so that comes
 * under suspicion and the rest is not held up for ever.
 */
final class SpoolDrain implements Runnable {
  private static final System.Logger LOGGER = System.getLogger(SpoolDrain.class.getName());

  private static final int MOST_PASSED_OVER = 8;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Spool spool;
  private final Redelivery redelivery;
  private final Outage outage;
  private final BooleanSupplier databaseAnswers;
  private final int mostAtOnce;
  private final Duration patience;
  private volatile boolean closing;

  // The drain's own.
  private int atOnce = 1;
  private int passedOver;
  private int delivered; // since it was empty

  /**
   * @param patience how long senders can wait for the database
   */
  SpoolDrain(
      Spool spool,
      Redelivery redelivery,
      Outage outage,
      BooleanSupplier databaseAnswers,
      int mostAtOnce,
      Duration patience) {
    this.spool = spool;
    this.redelivery = redelivery;
    this.outage = outage;
    this.databaseAnswers = databaseAnswers;
    this.mostAtOnce = mostAtOnce;
    this.patience = patience;
  }

  /** Drains until it is closed. */
  @Override
  public void run() {
    try {
      while (!closing) {
        if (!drainSome()) {
          Thread.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends {@link #run} soon. To interrupt it would do harm: a file is not damaged because the
   * reading of it was interrupted.
   */
  void close() {
    closing = true;
  }

  /** Brings the oldest in; false where it is better to wait before the next. */
  boolean drainSome() throws InterruptedException {
    List<Entry> oldest = spool.oldest(passedOver + atOnce);
    if (oldest.isEmpty()) {
      rest();
      return false;
    }
    if (oldest.size() <= passedOver) {
      passedOver = 0;
      return false;
    }
    return bringIn(oldest.subList(passedOver, oldest.size()), oldest.subList(0, passedOver));
  }

  private void rest() {
    outage.end();
    redelivery.forgetFailures();
    if (delivered > 0) {
      int reports = delivered;
      LOGGER.log(INFO, () -> "the spool is drained reports=" + reports);
      delivered = 0;
    }
  }

  private boolean bringIn(List<Entry> entries, List<Entry> skipped) throws InterruptedException {
    long start = System.nanoTime();
    int taken;
    try {
      taken = redelivery.deliver(entries);
    } catch (NotNowException e) {
      outage.begin("those there can't be stored", e.reason());
      boolean tryAnother = atOnce == 1 && databaseAnswers.getAsBoolean();
      passedOver = tryAnother ? (passedOver + 1) % MOST_PASSED_OVER : 0;
      atOnce = 1;
      return false;
    }
    atOnce = Math.min(2 * atOnce, mostAtOnce);
    if (taken > 0) {
      delivered += taken;
      skipped.forEach(
          entry -> redelivery.suspect(entry, "the database failed at it and took others"));
      passedOver = 0;
      if (System.nanoTime() - start < patience.toNanos()) {
        outage.end();
      }
    }
    return entries.stream().noneMatch(spool::holds);
  }
}
