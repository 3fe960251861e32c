package farol.batch.recheck;

import farol.domain.posture.DomainAnswers;
import farol.domain.posture.Recheck;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Takes in what the look-ups of a chunk came to. */
@Named
@Dependent
public class LookupWriter extends AbstractItemWriter {
  @Inject Recheck recheck;

  @Override
  public void writeItems(List<Object> items) {
    List<DomainAnswers> answers = items.stream().map(DomainAnswers.class::cast).toList();
    // Before the first is taken in, so that no domain is held while others' servers are slow.
    answers.forEach(DomainAnswers::await);
    answers.forEach(recheck::takeIn);
  }
}
