package farol.wire.mail;

import farol.wire.TextRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says about the report in it; where a mail is forwarded inside another, the inner one.
 * Anybody can write anything there: it is shown, never believed. Each text is of one line and
 * harmless, and short but for the recipients; null where the mail does not have it.
 *
 * @param from who sent it, as the header says
 * @param reportDomain header {@code TLS-Report-Domain}
 * @param submitter header {@code TLS-Report-Submitter}
 * @param fileName of the part with the report
 * @param recipients all that the header says of whom it was for or delivered to, tokens included;
 *     empty where it says nothing
 * @param sentAt header {@code Date}; null also where it cannot be read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.3">RFC 8460, section 5.3</a>
 */
public record Envelope(
    @Nullable String from,
    @Nullable String subject,
    @Nullable String reportDomain,
    @Nullable String submitter,
    @Nullable String fileName,
    String recipients,
    @Nullable Instant sentAt) {
  private static final int LONGEST = 998; // characters that a line of a mail may have

  /** Of the mail with these headers; it cuts what is too long. */
  static Envelope of(Headers mail, @Nullable String fileName) {
    return new Envelope(
        field(mail, "from"),
        field(mail, "subject"),
        field(mail, "tls-report-domain"),
        field(mail, "tls-report-submitter"),
        fileName == null ? null : shown(fileName),
        line(
            Headers.RECIPIENTS.stream().map(mail::value).collect(Collectors.joining(" ")),
            Headers.RECIPIENTS.size() * Headers.LONGEST_VALUE),
        date(mail.value("date")));
  }

  /** As mails of today have it (RFC 5322, section 3.3), with or without a comment behind it. */
  private static @Nullable Instant date(String text) {
    String date = text.replaceAll("\\([^()]*\\)", "").strip().replaceAll("\\s+", " ");
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null; // shown nowhere, and nothing is refused for it
    }
  }

  private static @Nullable String field(Headers mail, String name) {
    return shown(HeaderWords.decode(mail.value(name)));
  }

  private static @Nullable String shown(String text) {
    String line = line(text, LONGEST);
    return line.isEmpty() ? null : line;
  }

  private static String line(String text, int longest) {
    return TextRules.shown(text.strip().replaceAll("\\s+", " "), longest);
  }
}
