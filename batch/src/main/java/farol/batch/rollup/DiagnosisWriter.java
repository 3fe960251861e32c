package farol.batch.rollup;

import farol.domain.diagnosis.ProblemService;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Diagnoses a chunk of domains; doing so twice gives the same. */
@Named
@Dependent
public class DiagnosisWriter extends AbstractItemWriter {
  @Inject ProblemService problems;

  @Override
  public void writeItems(List<Object> items) {
    items.forEach(item -> problems.diagnose((Long) item));
  }
}
