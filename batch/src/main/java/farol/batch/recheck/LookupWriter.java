package farol.batch.recheck;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipAnswer;
import farol.domain.posture.Observed;
import farol.domain.posture.PostureService;
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
    LookupOutcome<String> tlsRpt = await(answers.tlsRpt());
    LookupOutcome<MailExchanger> mx = await(answers.mx());
    domains.mxChecked(domainId, mx);
    if (domains.ownershipChecked(domainId, ownership).isPresent()) {
      posture.observed(domainId, Observed.TLSRPT_RECORD, tlsRpt);
      posture.observed(domainId, Observed.MX, mx);
    }
  }

  private static <T> T await(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
