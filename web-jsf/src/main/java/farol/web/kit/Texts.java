package farol.web.kit;

import farol.domain.lookup.OutsideText;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts and formats of one language, with times as one zone has them. */
public final class Texts {
  private static final String BUNDLE = "farol.web.texts";

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  /** With times in UTC. */
  public Texts(Locale locale) {
    this(locale, TimeZones.UTC);
  }

  /** Days are days of UTC in every zone: reports are about these (RFC 8460, section 4.1). */
  public Texts(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  public Locale locale() {
    return locale;
  }

  public ZoneId zone() {
    return zone;
  }

  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text of {@code key} where there is one, else {@code other}. */
  public String getOr(String key, String other) {
    return bundle.containsKey(key) ? bundle.getString(key) : other;
  }

  /**
   * A text with values in it; numbers take the form of the language. Texts among the values may be
   * outside ones: what is invisible or turns the direction is replaced.
   */
  public String format(String key, Object... values) {
    Object[] shown = Arrays.stream(values).map(Texts::shown).toArray();
    return new MessageFormat(get(key), locale).format(shown);
  }

  private static Object shown(Object value) {
    return value instanceof String text ? OutsideText.safe(text) : value;
  }

  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /**
   * A share as per cent; never rounded to all or nothing where it is not.
   *
   * @param whole greater than 0
   */
  public String share(long part, long whole) {
    NumberFormat percent = NumberFormat.getPercentInstance(locale);
    double share = (double) part / whole;
    double shown = part == whole || part == 0 ? share : Math.max(0.0001, Math.min(0.9999, share));
    percent.setMaximumFractionDigits(shown > 0.99 || shown < 0.01 ? 2 : 1);
    return percent.format(shown);
  }

  /** {@code 3 Nov 2026, 14:05 UTC}, or {@code 3 Nov 2026, 11:05 GMT-3} in a zone of that offset. */
  public String instant(Instant instant) {
    return isInUtc() ? utc(instant) : formatter("format.instant.zone").format(instant.atZone(zone));
  }

  /** What shows on hover: UTC. Empty where that is told already; a script adds the local time. */
  public String hover(Instant instant) {
    return isInUtc() ? "" : utc(instant);
  }

  /** How times are told, in words. */
  public String times() {
    return isInUtc() ? get("shell.times.utc") : format("shell.times.zone", zone.getId());
  }

  private boolean isInUtc() {
    return zone.equals(TimeZones.UTC);
  }

  private String utc(Instant instant) {
    return formatter("format.instant").format(instant.atZone(TimeZones.UTC));
  }

  /** {@code 3 Nov 2026}. */
  public String day(LocalDate day) {
    return formatter("format.day").format(day);
  }

  /** {@code 3 Nov}. */
  public String shortDay(LocalDate day) {
    return formatter("format.short-day").format(day);
  }

  /** How long ago something was, in its largest unit. */
  public String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return get("ago.now");
    }
    if (age.toHours() < 1) {
      return format("ago.minutes", age.toMinutes());
    }
    if (age.toDays() < 2) {
      return format("ago.hours", age.toHours());
    }
    return format("ago.days", age.toDays());
  }

  /** How long something took. */
  public String duration(Duration duration) {
    if (duration.toSeconds() < 1) {
      return format("duration.millis", duration.toMillis());
    }
    if (duration.toMinutes() < 1) {
      return format("duration.seconds", duration.toSeconds());
    }
    return format("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
  }

  /** A few names as a sentence lists them; more than three are counted. */
  public String list(List<String> names) {
    if (names.size() <= 3) {
      return String.join(", ", names);
    }
    return format("list.more", String.join(", ", names.subList(0, 2)), names.size() - 2);
  }

  private DateTimeFormatter formatter(String key) {
    return DateTimeFormatter.ofPattern(get(key), locale);
  }
}
