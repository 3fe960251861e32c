package farol.domain.posture;

import java.util.List;

/**
 * Some of a domain's changes.
 *
 * @param items newest first
 * @param total on all pages
 */
public record ChangePage(List<Change> items, long total) {
  public ChangePage {
    items = List.copyOf(items);
  }
}
