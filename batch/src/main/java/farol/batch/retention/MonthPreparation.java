package farol.batch.retention;

import farol.domain.keeping.RetentionService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes room for the months to come. */
@Named
@Dependent
public class MonthPreparation extends AbstractBatchlet {
  @Inject RetentionService retention;

  @Override
  public String process() {
    retention.prepareMonths();
    return "COMPLETED";
  }
}
