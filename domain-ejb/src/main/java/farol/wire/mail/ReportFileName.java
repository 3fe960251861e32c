package farol.wire.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a report's file says about the report; the report itself is right where they
 * differ.
 *
 * @param domain whose policies it reports about, in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.1">RFC 8460, section 5.1</a>
 */
record ReportFileName(String domain, Instant start, Instant end) {
  private static final Pattern FORM =
      Pattern.compile(
          "[^!/\\\\]{1,255}!([^!/\\\\\\s]{1,255})!(\\d{1,11})!(\\d{1,11})(?:![^!/\\\\]{1,255})?"
              + "\\.json(?:\\.gz)?",
          Pattern.CASE_INSENSITIVE);

  /** Empty where the name is of another form. */
  static Optional<ReportFileName> parse(@Nullable String name) {
    Matcher form = FORM.matcher(name == null ? "" : name.strip());
    return form.matches()
        ? Optional.of(
            new ReportFileName(
                form.group(1).toLowerCase(Locale.ROOT),
                seconds(form.group(2)),
                seconds(form.group(3))))
        : Optional.empty();
  }

  private static Instant seconds(String digits) {
    return Instant.ofEpochSecond(Long.parseLong(digits));
  }
}
