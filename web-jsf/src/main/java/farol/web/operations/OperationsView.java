package farol.web.operations;

import farol.domain.operations.JobControl;
import farol.intake.ReportSpool;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
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

/** Batch jobs, their runs and the spool, for operators only: every action checks the role anew. */
@Named("operations")
@RequestScoped
public class OperationsView {
  private static final int RUNS = 8;

  @Inject JobControl control;
  @Inject ReportSpool reportSpool;
  @Inject SignedIn signedIn;
  @Inject Texts texts;
  @Inject Clock clock;

  private List<JobCard> jobs = List.of();
  private @Nullable SpoolCard spool; // null for who is no operator

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    if (signedIn.isOperator()) {
      jobs = cards();
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

  public @Nullable String start(String job) {
    return act(() -> texts.format("operations.did.start", plain(control.start(job)), job));
  }

  public @Nullable String stop(long run) {
    return act(
        () -> {
          control.stop(run);
          return texts.format("operations.did.stop", plain(run));
        });
  }

  public @Nullable String restart(long run) {
    return act(() -> texts.format("operations.did.restart", plain(control.restart(run))));
  }

  private @Nullable String act(Supplier<String> action) {
    if (!signedIn.isOperator()) {
      Outcome.forbidden();
      return null;
    }
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

  public @Nullable SpoolCard getSpool() {
    return spool;
  }
}
