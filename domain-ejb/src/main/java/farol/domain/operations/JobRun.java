package farol.domain.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a batch job.
 *
 * @param number the execution's number in the job repository
 * @param itemsRead what its steps have read so far
 * @param itemsWritten what its steps have finished
 * @param itemsSkipped what its steps had to leave out
 * @param exitStatus the job's own word about its result; equal to the state's name where it says
 *     nothing of its own
 */
public record JobRun(
    long number,
    String job,
    JobState state,
    Instant startedAt,
    Optional<Instant> endedAt,
    long itemsRead,
    long itemsWritten,
    long itemsSkipped,
    String exitStatus) {

  /** How long it ran; up to now where it still runs. */
  public Duration duration(Instant now) {
    return Duration.between(startedAt, endedAt.orElse(now));
  }
}
