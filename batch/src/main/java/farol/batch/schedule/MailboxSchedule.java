package farol.batch.schedule;

import farol.batch.operations.FarolJob;
import farol.intake.mailbox.MailboxBook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Has mailboxes read that are due. Its timer is persistent, as those of {@link JobSchedule} are,
 * but not made by the container: that makes those of a module once and for all at its very first
 * start, so an installation that was there before this timer would never have it.
 *
 * <p>It starts no run beside another: where a mail takes longer than a lease, a second reader would
 * have to begin at that mail again, and a third, and none would come behind it.
 */
@Singleton
@Startup
@RunAs("scheduler")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxSchedule {
  private static final ScheduleExpression EVERY_MINUTE =
      new ScheduleExpression().hour("*").minute("*").second("15");

  @Inject MailboxBook book;
  @Inject Jobs jobs;

  @Resource TimerService timers;

  @PostConstruct
  void schedule() {
    if (timers.getTimers().isEmpty()) {
      timers.createCalendarTimer(
          EVERY_MINUTE, new TimerConfig(FarolJob.MAILBOX_INTAKE.xmlName(), true));
    }
  }

  @Timeout
  void readDue() {
    if (book.isAnyDue()) {
      jobs.start(FarolJob.MAILBOX_INTAKE, Map.of("onlyDue", "true"));
    }
  }
}
