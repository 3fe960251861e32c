package farol.domain.trend;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/** A UTC day of a monitored domain; ordered by domain, then day. */
public record DomainDay(long domainId, LocalDate day)
    implements Comparable<DomainDay>, Serializable {
  /** Before every other. */
  public static final DomainDay FIRST = new DomainDay(0, LocalDate.EPOCH);

  private static final Comparator<DomainDay> ORDER =
      Comparator.comparingLong(DomainDay::domainId).thenComparing(DomainDay::day);

  public DomainDay {
    requireNonNull(day, "day");
  }

  @Override
  public int compareTo(DomainDay other) {
    return ORDER.compare(this, other);
  }
}
