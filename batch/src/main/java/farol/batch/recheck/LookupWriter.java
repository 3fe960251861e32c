package farol.batch.recheck;

import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipAnswer;
import farol.domain.posture.PostureService;
import farol.domain.survey.Look;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Waits for the look-ups of a chunk and takes in what they came to; doing so twice gives the same.
 */
@Named
@Dependent
public class LookupWriter extends AbstractItemWriter {
  @Inject MonitoredDomainService domains;
  @Inject PostureService posture;

  @Override
  public void writeItems(List<Object> items) {
    items.forEach(item -> write((DomainAnswers) item));
  }

  private void write(DomainAnswers answers) {
    long domainId = answers.domainId();
    OwnershipAnswer ownership = await(answers.ownership());
    Look look = await(answers.look());
    if (domains.ownershipChecked(domainId, ownership).isEmpty()) {
      return;
    }
    look.exchangers().ifPresent(exchangers -> domains.mxSeen(domainId, exchangers));
    if (look.isIncomplete()) {
      domains.lookedInPart(domainId);
    }
    posture.looked(domainId, look);
  }

  private static <T> T await(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
