package farol.domain.operations;

import java.util.Optional;

/**
 * Job {@code reprocess} for the owner of one domain, who need be no operator. The batch module
 * implements it.
 */
public interface DomainReprocessing {
  /**
   * Starts reading again what came for a domain, unless that is under way already.
   *
   * @param accountId whose domain it is
   * @param domain an A-label that the caller has checked to be its own
   * @return the run that is under way now
   */
  JobRun start(long accountId, String domain);

  /** A run that was started for this domain; empty where the number names none. */
  Optional<JobRun> find(String domain, long run);
}
