package farol.web.api;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page from 0
 * @param size most items on a page
 * @param total items on all pages
 */
public record PageView<T>(List<T> items, int page, int size, long total) {
  public PageView {
    items = List.copyOf(items);
  }
}
