package farol.demo;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Names one report of the demonstration.
 *
 * @param lastDay the demonstration's last UTC day, from which its stories are told
 * @param day the UTC day that the report is about; not after {@code lastDay}
 */
public record DemoReport(LocalDate lastDay, LocalDate day, DemoDomain domain, DemoReporter reporter)
    implements Serializable {
  public DemoReport {
    requireNonNull(domain, "domain");
    requireNonNull(reporter, "reporter");
    if (day.isAfter(lastDay)) {
      throw new IllegalArgumentException(
          "a report must not be about a day after " + lastDay + ", got " + day);
    }
  }

  /** 0 on the last day. */
  int daysBeforeEnd() {
    return Math.toIntExact(ChronoUnit.DAYS.between(day, lastDay));
  }

  /** 0 in the last report of its reporter; negative where the reporter is silent already. */
  int daysBeforeLastReport() {
    return reporter.daysBeforeLastReport(daysBeforeEnd());
  }

  /** The same for the same report wherever it is made. */
  UUID uuid() {
    String name = reporter.domainName() + '/' + domain.text() + '/' + day;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
  }

  /** As {@link #uuid}; looks random, so it can seed what is to look so. */
  long number() {
    return uuid().getLeastSignificantBits() ^ uuid().getMostSignificantBits();
  }
}
