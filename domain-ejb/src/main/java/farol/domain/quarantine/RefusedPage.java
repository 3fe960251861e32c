package farol.domain.quarantine;

import java.util.List;

/**
 * A part of a list of refused bodies.
 *
 * @param page from 0
 * @param size most items on a page
 * @param total items on all pages
 */
public record RefusedPage(List<RefusedBody> items, int page, int size, long total) {
  public RefusedPage {
    items = List.copyOf(items);
  }
}
