package farol.domain.operations;

import java.util.List;

/**
 * Farol's batch jobs in the hands of an operator. The batch module implements it; the portal's
 * operations page uses it.
 */
public interface JobControl {
  /** The names of all jobs, such as {@code report-rollup}, in alphabetical order. */
  List<String> jobs();

  /**
   * A job's latest runs, newest first.
   *
   * @param most at least 1
   */
  List<JobRun> runs(String job, int most);

  /**
   * Starts a job with the defaults of its parameters.
   *
   * @return the run's number
   * @throws IllegalArgumentException if there is no such job
   */
  long start(String job);

  /** Asks a run to stop at its next checkpoint; one that has ended stays as it is. */
  void stop(long run);

  /**
   * Resumes a stopped or failed run at its checkpoint and with its parameters; the resumed run's
   * number.
   */
  long restart(long run);
}
