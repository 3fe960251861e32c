package farol.intake.mailbox;

import farol.domain.mailbox.MailboxTrouble;
import farol.intake.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Counts mails by what became of them, and looks into mailboxes by how they ended. */
@Dependent
class MailCounters {
  @Inject MetricRegistry metrics;

  void countMail(String mailbox, Verdict verdict) {
    count("farol_mailbox_mails_total", mailbox, verdict.name());
  }

  /**
   * Counts a look.
   *
   * @param trouble null: it came to the end
   */
  void countLook(String mailbox, @Nullable MailboxTrouble trouble) {
    count("farol_mailbox_looks_total", mailbox, trouble == null ? "DONE" : trouble.name());
  }

  private void count(String name, String mailbox, String outcome) {
    metrics
        .counter(
            name, new Tag("mailbox", mailbox), new Tag("outcome", outcome.toLowerCase(Locale.ROOT)))
        .inc();
  }
}
