package farol.web.api;

import farol.domain.shared.DayRange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The days that a client asks for: {@code from} and {@code to}, UTC days, both included; the last
 * 30 days by default.
 */
@RequestScoped
public class Period {
  private static final int DEFAULT_DAYS = 30;
  private static final long MOST_DAYS = 366 * 5;

  @Inject Clock clock;

  /** Reads both. */
  DayRange of(@Nullable String from, @Nullable String to) {
    LocalDate last =
        to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day("to", to);
    LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : day("from", from);
    if (first.isAfter(last)) {
      throw ApiException.badRequest(
          "BAD_PERIOD", "from must not be after to, got " + first + " and " + last);
    }
    DayRange range = new DayRange(first, last);
    if (range.length() > MOST_DAYS) {
      throw ApiException.badRequest(
          "BAD_PERIOD", "a period must have at most " + MOST_DAYS + " days, got " + range.length());
    }
    return range;
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1970 || day.getYear() > 9999) {
        throw ApiException.badRequest("BAD_DATE", name + " must be a day from 1970 to 9999");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw ApiException.badRequest("BAD_DATE", name + " must be a day such as 2026-01-31");
    }
  }
}
