package farol.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time stamp of a report.
 *
 * @param instant to the nanosecond; a leap second is the second before it
 * @param zoned false where the sender left the zone out, and UTC was assumed (seen from Microsoft)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section 5.6</a>
 */
record Timestamp(Instant instant, boolean zoned) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
              + "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})"
              + "(?:\\.(?<fraction>[0-9]{1,100}))?"
              + "(?:[Zz]|(?<sign>[+-])(?<offsetHours>[01][0-9]|2[0-3]):(?<offsetMinutes>[0-5][0-9])|(?<none>))");
  private static final int NANO_DIGITS = 9;
  private static final int LEAP_SECOND = 60;

  static Timestamp parse(String name, String text) throws RefusedException {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw notATime(name, text);
    }
    try {
      LocalDateTime local = LocalDate.parse(parts.group("date")).atTime(time(parts));
      return new Timestamp(
          local.minusMinutes(offsetInMinutes(parts)).toInstant(ZoneOffset.UTC),
          parts.group("none") == null);
    } catch (DateTimeException e) {
      throw notATime(name, text);
    }
  }

  private static LocalTime time(Matcher parts) {
    int second = number(parts, "second");
    return LocalTime.of(
        number(parts, "hour"),
        number(parts, "minute"),
        second == LEAP_SECOND ? LEAP_SECOND - 1 : second,
        nanos(parts.group("fraction")));
  }

  private static int nanos(@Nullable String fraction) {
    String digits = (fraction == null ? "" : fraction) + "0".repeat(NANO_DIGITS);
    return Integer.parseInt(digits.substring(0, NANO_DIGITS));
  }

  private static int offsetInMinutes(Matcher parts) {
    String sign = parts.group("sign");
    if (sign == null) {
      return 0;
    }
    int minutes = number(parts, "offsetHours") * 60 + number(parts, "offsetMinutes");
    return sign.equals("-") ? -minutes : minutes;
  }

  private static int number(Matcher parts, String group) {
    return Integer.parseInt(parts.group(group));
  }

  private static RefusedException notATime(String name, String text) {
    return new RefusedException(
        RefusalCode.BAD_DATE,
        name + " must be a date and time (RFC 3339), got " + TextRules.quote(text));
  }
}
