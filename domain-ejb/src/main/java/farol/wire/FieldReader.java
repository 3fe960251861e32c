package farol.wire;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value that the cursor stands on as what a field of a report holds. Null means absent,
 * everywhere (seen from Stalwart).
 */
final class FieldReader {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final JsonCursor cursor;
  private final ReadingLimits limits;
  private final Warnings warnings;
  private final TextRules textRules;

  FieldReader(JsonCursor cursor, ReadingLimits limits, Warnings warnings) {
    this.cursor = cursor;
    this.limits = limits;
    this.warnings = warnings;
    this.textRules = new TextRules(warnings);
  }

  JsonCursor cursor() {
    return cursor;
  }

  /** Text of one line, cut to the limit for ordinary text. */
  @Nullable String line(String name) throws IOException {
    return line(name, limits.text());
  }

  @Nullable String line(String name, int longest) throws IOException {
    String text = verbatim(name);
    return text == null ? null : textRules.line(name, text, longest);
  }

  /** The same for text that was read already. */
  String line(String name, String text) {
    return textRules.line(name, text, limits.text());
  }

  /** Text of several lines, cut to the limit for ordinary text. */
  @Nullable String lines(String name) throws IOException {
    String text = verbatim(name);
    return text == null ? null : textRules.lines(name, text, limits.text());
  }

  /** Text as it came; a number is taken for its digits. */
  @Nullable String verbatim(String name) throws IOException {
    if (cursor.isNumber()) {
      warn(WarningCode.WARN_TYPE, name + " must be a string, got a number");
      return cursor.text();
    }
    return string(name);
  }

  /** Text as it came, and nothing but a string. */
  @Nullable String string(String name) throws IOException {
    if (cursor.isNull()) {
      return null;
    }
    requireString(name);
    return cursor.text();
  }

  /** A name in the DNS: in lower case and without a trailing dot, otherwise as it came. */
  @Nullable String hostName(String name) throws IOException {
    String text = line(name);
    return text == null ? null : HostName.normal(text);
  }

  /** An IP address in its canonical form; anything else is dropped, never looked up. */
  @Nullable String address(String name) throws IOException {
    String text = verbatim(name);
    if (text == null) {
      return null;
    }
    String address = IpAddress.canonical(text);
    if (address == null) {
      warn(
          WarningCode.WARN_IP,
          name + " must be an IP address, got " + TextRules.quote(text) + ", which was dropped");
    }
    return address;
  }

  /** A number of sessions. */
  @Nullable Long count(String name) throws IOException {
    if (cursor.isNull()) {
      return null;
    }
    require(cursor.isNumber() || cursor.isString(), name, "a number");
    String number = cursor.text();
    if (cursor.isString()) {
      if (!DIGITS.matcher(number).matches()) {
        throw new RefusedException(
            RefusalCode.BAD_COUNT, name + " must be a number, got " + TextRules.quote(number));
      }
      warn(WarningCode.WARN_TYPE, name + " must be a number, got a string");
    }
    return Count.parse(name, number, limits.count());
  }

  /** Goes past a field that no reader knows. */
  void skipUnknown(String name) throws IOException {
    warn(WarningCode.UNKNOWN_FIELDS, TextRules.quote(name) + " is not a field that RFC 8460 knows");
    cursor.skip();
  }

  void requireObject(String name) throws RefusedException {
    require(cursor.isObject(), name, "an object");
  }

  void requireArray(String name) throws RefusedException {
    require(cursor.isArray(), name, "an array");
  }

  void requireString(String name) throws RefusedException {
    require(cursor.isString(), name, "a string");
  }

  void warn(WarningCode code, String detail) {
    warnings.add(code, detail);
  }

  private static void require(boolean met, String name, String type) throws RefusedException {
    if (!met) {
      throw new RefusedException(
          RefusalCode.BAD_TYPE, name + " must be " + type + ", got another JSON type");
    }
  }
}
