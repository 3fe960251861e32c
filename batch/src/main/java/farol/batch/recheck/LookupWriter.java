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
    recheck.takeIn(items.stream().map(DomainAnswers.class::cast).toList());
  }
}
