package farol.batch.demo;

import farol.demo.DemoReport;
import farol.demo.DemonstrationService;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads which reports the demonstration has, by day, domain and reporter; the checkpoint is the
 * last one read. Its domains are added where there are none.
 */
@Named
@Dependent
public class DemoReportReader extends AbstractItemReader {
  @Inject DemonstrationService demonstration;

  private List<DemoReport> reports = List.of();
  private int next;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    reports = demonstration.prepare().reports();
    if (checkpoint instanceof DemoReport last) {
      next = reports.indexOf(last) + 1; // from the start where the domain has since been deleted
    }
  }

  @Override
  public @Nullable Object readItem() {
    return next < reports.size() ? reports.get(next++) : null;
  }

  @Override
  public @Nullable Serializable checkpointInfo() {
    return next == 0 ? null : reports.get(next - 1);
  }
}
