package farol.web.operations;

import farol.domain.operations.JobControl;
import farol.intake.ReportSpool;
import farol.intake.mailbox.MailboxBook;
import farol.web.access.ForOperators;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.ShownRows;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Batch jobs, their runs, mailboxes and the spool, for operators only: every action checks the role
 * anew.
 */
@Named("operations")
@RequestScoped
public class OperationsView {
  private static final int RUNS = 8;

  @Inject JobControl control;
  @Inject MailboxBook mailboxBook;
  @Inject ReportSpool reportSpool;
  @Inject SignedIn signedIn;
  @Inject ShownRows shownRows;
  @Inject Texts texts;
  @Inject Clock clock;

  private List<JobCard> jobs = List.of();
  private List<MailboxCard> mailboxes = List.of();
  private @Nullable SpoolCard spool; // null for who is no operator

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    if (signedIn.isOperator()) {
      jobs = cards();
      mailboxes =
          mailboxBook.statuses().stream().map(status -> MailboxCard.of(status, texts)).toList();
      spool = SpoolCard.of(reportSpool.status(), texts);
    }
  }

  /** Ends the request of anybody else. */
  public void guard() {
    if (!signedIn.isOperator()) {
      Outcome.forbidden();
    }
  }

  private List<JobCard> cards() {
    return control.jobs().stream()
        .map(job -> JobCard.of(job, control.runs(job, RUNS), clock.instant(), texts))
        .toList();
  }

  @ForOperators
  public String start(String job) {
    return act(() -> texts.format("operations.did.start", plain(control.start(job)), job));
  }

  @ForOperators
  public String stop(JobCard job, long run) {
    return actOn(
        job,
        () -> {
          control.stop(run);
          return texts.format("operations.did.stop", plain(run));
        });
  }

  @ForOperators
  public String restart(JobCard job, long run) {
    return actOn(job, () -> texts.format("operations.did.restart", plain(control.restart(run))));
  }

  private String actOn(JobCard job, Supplier<String> action) {
    return shownRows.areStill("shown-" + job.name(), job.shown())
        ? act(action)
        : Outcome.samePage();
  }

  private String act(Supplier<String> action) {
    try {
      Messages.done(action.get());
    } catch (EJBException refused) {
      // A button may be older than the state of its run; the log has the details.
      Messages.failed(texts.get("operations.refused"));
    }
    return Outcome.samePage();
  }

  /** Numbers of runs are names: no separators. */
  private static String plain(long run) {
    return String.valueOf(run);
  }

  public List<JobCard> getJobs() {
    return jobs;
  }

  public List<MailboxCard> getMailboxes() {
    return mailboxes;
  }

  public @Nullable SpoolCard getSpool() {
    return spool;
  }
}
