package farol.wire.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the subject of a mail with a report says about the report, also after {@code Fwd:}.
 *
 * @param domain whose policies it reports about, in lower case
 * @param reportId without the angle brackets
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.3">RFC 8460, section 5.3</a>
 */
record ReportSubject(String domain, String reportId) {
  private static final Pattern FORM =
      Pattern.compile(
          "Report Domain: ?([^\\s<>]{1,255}) Submitter: ?[^\\s<>]{1,255} Report-ID: ?<?([^\\s<>]+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Empty where the subject is of another form.
   *
   * @param subject with single blanks
   */
  static Optional<ReportSubject> parse(@Nullable String subject) {
    Matcher form = FORM.matcher(subject == null ? "" : subject);
    return form.find()
        ? Optional.of(new ReportSubject(form.group(1).toLowerCase(Locale.ROOT), form.group(2)))
        : Optional.empty();
  }
}
