package farol.domain.shared;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Consecutive UTC days.
 *
 * @param first the earliest day
 * @param last the latest day, included; not before {@code first}
 */
public record DayRange(LocalDate first, LocalDate last) {
  public DayRange {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "a range of days must not end before it starts, got " + first + " to " + last);
    }
  }

  /** The days that end with {@code last}, {@code days} of them (1 is {@code last} alone). */
  public static DayRange endingOn(LocalDate last, int days) {
    return new DayRange(last.minusDays(days - 1L), last);
  }

  /** As many days, just before these. */
  public DayRange before() {
    return new DayRange(first.minusDays(length()), first.minusDays(1));
  }

  /** Each day, the earliest first. */
  public Stream<LocalDate> days() {
    return first.datesUntil(last.plusDays(1));
  }

  /** How many days the range has; at least 1. */
  public long length() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
