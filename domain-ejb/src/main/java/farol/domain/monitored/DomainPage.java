package farol.domain.monitored;

import java.util.List;

/**
 * A part of a list of domains.
 *
 * @param page from 0
 * @param total domains on all pages
 */
public record DomainPage(List<MonitoredDomain> items, int page, long total) {
  public DomainPage {
    items = List.copyOf(items);
  }
}
