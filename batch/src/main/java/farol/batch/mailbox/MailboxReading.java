package farol.batch.mailbox;

import farol.intake.ReportArrivals;
import farol.intake.mailbox.MailboxBook;
import farol.intake.mailbox.MailboxRound;
import farol.intake.mailbox.Mailboxes;
import farol.mailbox.ConfiguredMailbox;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads the mailboxes one after the other, until it is stopped between two mails. A run goes on
 * where the one before ended, whichever way it did. The exit status says what became of the mails,
 * as in {@code stored=40 no_report=2}.
 */
@Named
@Dependent
public class MailboxReading extends AbstractBatchlet {
  @Inject @BatchProperty String onlyDue;
  @Inject @BatchProperty String anew;
  @Inject Mailboxes mailboxes;
  @Inject MailboxBook book;
  @Inject ReportArrivals arrivals;
  @Inject Clock clock;
  @Inject JobContext job;

  private volatile boolean stopped;

  /** For the container, which injects the rest. */
  @SuppressWarnings("NullAway.Init")
  public MailboxReading() {}

  @Override
  public String process() throws InterruptedException {
    MailboxRound round = new MailboxRound(book, arrivals, clock, () -> stopped);
    try {
      for (ConfiguredMailbox mailbox : mailboxes.all()) {
        if (!stopped) {
          round.read(mailbox, Boolean.parseBoolean(onlyDue), Boolean.parseBoolean(anew));
        }
      }
    } finally {
      if (!round.tally().isEmpty()) {
        job.setExitStatus(
            round.tally().entrySet().stream()
                .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + "=" + each.getValue())
                .collect(Collectors.joining(" ")));
      }
    }
    return "ENDED";
  }

  /** Comes from another thread. */
  @Override
  public void stop() {
    stopped = true;
  }
}
