package farol.batch.reprocess;

import farol.intake.Kept;
import farol.intake.Reread;
import farol.intake.Rereading;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a chunk of kept bytes again, each in a transaction of its own; doing so twice gives the
 * same. The run's exit status says what came of them, as in {@code unchanged=40 changed=2}.
 */
@Named
@Dependent
public class RereadWriter extends AbstractItemWriter {
  @Inject Rereading rereading;
  @Inject JobContext job;

  private final Map<Reread.Outcome, Integer> outcomes = new EnumMap<>(Reread.Outcome.class);

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      outcomes.merge(rereading.again((Kept) item).outcome(), 1, Integer::sum);
    }
  }

  @Override
  public void close() {
    if (!outcomes.isEmpty()) {
      job.setExitStatus(
          outcomes.entrySet().stream()
              .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + "=" + each.getValue())
              .collect(Collectors.joining(" ")));
    }
  }
}
