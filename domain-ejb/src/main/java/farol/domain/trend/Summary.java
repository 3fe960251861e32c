package farol.domain.trend;

import farol.domain.report.SessionCounts;
import farol.domain.shared.DayRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A domain's reports over some days.
 *
 * @param sessions the totals
 * @param days one entry a day, days without reports included, oldest first
 * @param byResultType failed sessions by result type as reported; types overlap, so they need not
 *     add up to the total
 * @param byReporter sessions by organisation, most first
 * @param byMx failed sessions by MX host
 * @param byPolicyType sessions under each kind of policy; {@code tlsa} and {@code sts} may count
 *     the same sessions twice
 * @param bySourceAddress failed sessions by sending address; of each day, the hundred addresses
 *     with the most count
 * @param asOf when the oldest of these numbers was computed; empty where there are none
 */
public record Summary(
    DayRange range,
    SessionCounts sessions,
    long reports,
    List<Day> days,
    List<Slice> byResultType,
    List<Slice> byReporter,
    List<Slice> byMx,
    List<Slice> byPolicyType,
    List<Slice> bySourceAddress,
    Optional<Instant> asOf) {
  public Summary {
    days = List.copyOf(days);
    byResultType = List.copyOf(byResultType);
    byReporter = List.copyOf(byReporter);
    byMx = List.copyOf(byMx);
    byPolicyType = List.copyOf(byPolicyType);
    bySourceAddress = List.copyOf(bySourceAddress);
  }
}
