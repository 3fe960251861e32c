package farol.batch.retention;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.keeping.Expired;
import farol.domain.keeping.RetentionService;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Drops what has been kept for long enough, or only says what it would drop. */
@Named
@Dependent
public class ExpiredWriter extends AbstractItemWriter {
  private static final System.Logger LOGGER = System.getLogger(ExpiredWriter.class.getName());

  @Inject RetentionService retention;

  @Inject @BatchProperty String dryRun;

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      Expired expired = (Expired) item;
      if (Boolean.parseBoolean(dryRun)) {
        long count = retention.count(expired);
        LOGGER.log(INFO, () -> "retention would drop " + expired + " count=" + count);
      } else {
        long count = retention.drop(expired);
        LOGGER.log(INFO, () -> "retention dropped " + expired + " count=" + count);
      }
    }
  }
}
