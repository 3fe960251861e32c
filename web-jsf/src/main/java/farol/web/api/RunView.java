package farol.web.api;

import farol.domain.operations.JobRun;

/**
 * A run of a job.
 *
 * @param state as Jakarta Batch names it: {@code STARTED}, {@code COMPLETED}…
 * @param done how much it has dealt with so far
 * @param result the job's own word about it
 */
public record RunView(long run, String state, long done, String result) {
  static RunView of(JobRun run) {
    return new RunView(run.number(), run.state().name(), run.itemsWritten(), run.exitStatus());
  }
}
