package farol.demo;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The demonstration as it stands in this installation.
 *
 * @param lastDay the last UTC day with reports: the one before its domains were added, however much
 *     later they are filled
 * @param collectors where reports about a domain are posted to, as this machine reaches it; domains
 *     that have been deleted are not in it
 */
public record Demonstration(LocalDate lastDay, Map<DemoDomain, URI> collectors) {
  public Demonstration {
    requireNonNull(lastDay, "lastDay");
    collectors = Map.copyOf(collectors);
  }

  /** All its reports, in the order in which they are sent. */
  public List<DemoReport> reports() {
    return DemoReports.endingOn(lastDay).stream()
        .filter(report -> collectors.containsKey(report.domain()))
        .toList();
  }
}
