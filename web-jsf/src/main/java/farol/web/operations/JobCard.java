package farol.web.operations;

import farol.domain.operations.JobRun;
import farol.domain.operations.JobState;
import farol.web.kit.ShownRows;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A job and its latest runs.
 *
 * @param purpose what it is for; empty where nobody has said
 * @param startText the label of the button that starts it
 * @param runsText the heading of its runs
 */
public record JobCard(
    String name, String purpose, String startText, String runsText, List<Run> runs) {

  /**
   * A run of the job.
   *
   * @param tone names its state in the style sheet
   * @param exit the job's own word about its result; empty where it is the state's
   */
  public record Run(
      long number,
      String tone,
      String state,
      Instant startedAt,
      String duration,
      long read,
      long written,
      long skipped,
      String exit,
      boolean stoppable,
      boolean restartable,
      String stopText,
      String restartText) {}

  public JobCard {
    runs = List.copyOf(runs);
  }

  public boolean isUnused() {
    return runs.isEmpty();
  }

  /** Which runs the page shows. */
  public String shown() {
    return ShownRows.of(runs.stream().map(Run::number));
  }

  static JobCard of(String job, List<JobRun> runs, Instant now, Texts texts) {
    return new JobCard(
        job,
        texts.getOr("job." + job, ""),
        texts.format("operations.start-named", job),
        texts.format("operations.runs", job),
        runs.stream().map(run -> run(run, now, texts)).toList());
  }

  private static Run run(JobRun run, Instant now, Texts texts) {
    String number = String.valueOf(run.number());
    return new Run(
        run.number(),
        tone(run.state()),
        texts.get("run." + run.state().name()),
        run.startedAt(),
        texts.duration(run.duration(now)),
        run.itemsRead(),
        run.itemsWritten(),
        run.itemsSkipped(),
        run.exitStatus().equals(run.state().name()) ? "" : run.exitStatus(),
        run.state().isRunning() && run.state() != JobState.STOPPING,
        run.state().isRestartable(),
        texts.format("operations.stop-named", number),
        texts.format("operations.restart-named", number));
  }

  private static String tone(JobState state) {
    return switch (state) {
      case STARTING, STARTED, STOPPING -> "waiting";
      case STOPPED, ABANDONED -> "unprotected";
      case FAILED -> "refused";
      case COMPLETED -> "ok";
    };
  }
}
