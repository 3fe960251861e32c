package farol.domain.trend;

import java.util.List;

/**
 * Some of the slices that failures fall into.
 *
 * @param items the most failed first; days the last first
 * @param total slices on all pages
 * @param failed sessions in all of them
 */
public record FailurePage(List<FailureSlice> items, long total, long failed) {
  public FailurePage {
    items = List.copyOf(items);
  }
}
