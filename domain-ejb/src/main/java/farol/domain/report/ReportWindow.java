package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The time that a report covers, normally one UTC day.
 *
 * @param start when it begins
 * @param end after {@code start}; senders write the last second of the day or the next midnight
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.1">RFC 8460, section 4.1</a>
 */
public record ReportWindow(Instant start, Instant end) {
  public ReportWindow {
    requireNonNull(start, "start");
    requireNonNull(end, "end");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "a report's window must start before it ends, got " + start + " to " + end);
    }
  }

  /** The UTC day that the whole report counts for: the day on which its window starts. */
  public LocalDate day() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  /** From start to end; always positive. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
