package farol.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
  /** 0 stands for any digit, T also for t and a space. */
  private static final String DATE_AND_TIME = "0000-00-00T00:00:00";

  private static final Pattern FRACTION_AND_ZONE =
      Pattern.compile(
          "(?:\\.(?<fraction>[0-9]{1,100}))?"
              + "(?:[Zz]|(?<sign>[+-])(?<hours>[01][0-9]|2[0-3]):(?<minutes>[0-5][0-9])|(?<none>))");
  private static final int NANO_DIGITS = 9;
  private static final int LEAP_SECOND = 60;

  static Timestamp parse(String name, String text) throws RefusedException {
    if (!startsWithDateAndTime(text)) {
      throw notATime(name, text);
    }
    try {
      LocalDateTime local = dateAndTime(text);
      String rest = text.substring(DATE_AND_TIME.length());
      if (rest.equals("Z")) {
        return new Timestamp(local.toInstant(ZoneOffset.UTC), true);
      }
      Matcher parts = FRACTION_AND_ZONE.matcher(rest);
      if (!parts.matches()) {
        throw notATime(name, text);
      }
      return new Timestamp(
          local
              .withNano(nanos(parts.group("fraction")))
              .minusMinutes(offsetInMinutes(parts))
              .toInstant(ZoneOffset.UTC),
          parts.group("none") == null);
    } catch (DateTimeException e) {
      throw notATime(name, text);
    }
  }

  private static boolean startsWithDateAndTime(String text) {
    if (text.length() < DATE_AND_TIME.length()) {
      return false;
    }
    for (int i = 0; i < DATE_AND_TIME.length(); i++) {
      char character = text.charAt(i);
      boolean fits =
          switch (DATE_AND_TIME.charAt(i)) {
            case '0' -> character >= '0' && character <= '9';
            case 'T' -> character == 'T' || character == 't' || character == ' ';
            default -> character == DATE_AND_TIME.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime dateAndTime(String text) {
    int second = number(text, 17, 19);
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        second == LEAP_SECOND ? LEAP_SECOND - 1 : second);
  }

  private static int nanos(@Nullable String fraction) {
    String digits = (fraction == null ? "" : fraction) + "0".repeat(NANO_DIGITS);
    return number(digits, 0, NANO_DIGITS);
  }

  private static int offsetInMinutes(Matcher parts) {
    String sign = parts.group("sign");
    if (sign == null) {
      return 0;
    }
    int minutes =
        Integer.parseInt(parts.group("hours")) * 60 + Integer.parseInt(parts.group("minutes"));
    return sign.equals("-") ? -minutes : minutes;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private static RefusedException notATime(String name, String text) {
    return new RefusedException(
        RefusalCode.BAD_DATE,
        name + " must be a date and time (RFC 3339), got " + TextRules.quote(text));
  }
}
