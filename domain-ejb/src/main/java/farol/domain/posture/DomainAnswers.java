package farol.domain.posture;

import farol.domain.monitored.OwnershipAnswer;
import farol.domain.survey.Look;
import java.util.concurrent.CompletionStage;

/** What a recheck asks about a domain, under way or done. */
public record DomainAnswers(
    long domainId, CompletionStage<OwnershipAnswer> ownership, CompletionStage<Look> look) {

  /** Waits until all is there; for two minutes at most. */
  public void await() {
    var unused = ownership.thenCombine(look, (proof, seen) -> seen).toCompletableFuture().join();
  }
}
