package farol.wire;

import farol.domain.report.ReportWindow;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads {@code date-range} (RFC 8460, section 4.4). */
final class WindowReader {
  private static final String START = "start-datetime";
  private static final String END = "end-datetime";

  private final FieldReader fields;
  private final ReadingLimits limits;
  private final Instant receivedAt;
  private @Nullable Instant start;
  private @Nullable Instant end;

  WindowReader(FieldReader fields, ReadingLimits limits, Instant receivedAt) {
    this.fields = fields;
    this.limits = limits;
    this.receivedAt = receivedAt;
  }

  ReportWindow read() throws IOException {
    fields.requireObject("date-range");
    JsonCursor cursor = fields.cursor();
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      switch (name) {
        case START -> start = instant(START);
        case END -> end = instant(END);
        default -> fields.skipUnknown(name);
      }
    }
    return window(Required.present(start, START), Required.present(end, END));
  }

  private @Nullable Instant instant(String name) throws IOException {
    String text = fields.string(name);
    if (text == null) {
      return null;
    }
    Timestamp timestamp = Timestamp.parse(name, text);
    if (!timestamp.zoned()) {
      fields.warn(WarningCode.WARN_NO_ZONE, name + " has no time zone, it was read as UTC");
    }
    return timestamp.instant();
  }

  private ReportWindow window(Instant start, Instant end) throws RefusedException {
    require(start.isBefore(end), "start before it ends", start, end);
    ReportWindow window = new ReportWindow(start, end);
    require(
        window.length().compareTo(limits.window()) <= 0,
        "cover at most " + limits.window().toDays() + " days",
        start,
        end);
    require(
        start.atOffset(ZoneOffset.UTC).getYear() >= limits.earliestYear(),
        "start no earlier than " + limits.earliestYear(),
        start,
        end);
    require(
        !end.isAfter(receivedAt.plus(limits.ahead())),
        "end at most " + limits.ahead().toHours() + " hours from now",
        start,
        end);
    return window;
  }

  private static void require(boolean met, String rule, Instant start, Instant end)
      throws RefusedException {
    if (!met) {
      throw new RefusedException(
          RefusalCode.BAD_DATE_RANGE, "date-range must " + rule + ", got " + start + " to " + end);
    }
  }
}
