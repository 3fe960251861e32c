package farol.wire.mail;

import farol.wire.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says about the report in it. Anybody can write anything there: it is shown, never
 * believed. Each part is of one line, harmless and short; null where the mail does not have it.
 *
 * @param from who sent it, as the header says
 * @param reportDomain header {@code TLS-Report-Domain}
 * @param submitter header {@code TLS-Report-Submitter}
 * @param fileName of the part with the report
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.3">RFC 8460, section 5.3</a>
 */
public record Envelope(
    @Nullable String from,
    @Nullable String subject,
    @Nullable String reportDomain,
    @Nullable String submitter,
    @Nullable String fileName) {
  private static final int LONGEST = 998; // characters that a line of a mail may have

  /** Of the mail with these headers; it cuts what is too long. */
  static Envelope of(Headers mail, @Nullable String fileName) {
    return new Envelope(
        field(mail, "from"),
        field(mail, "subject"),
        field(mail, "tls-report-domain"),
        field(mail, "tls-report-submitter"),
        fileName == null ? null : shown(fileName));
  }

  private static @Nullable String field(Headers mail, String name) {
    return shown(HeaderWords.decode(mail.value(name)));
  }

  private static @Nullable String shown(String text) {
    String line = TextRules.shown(text.strip().replaceAll("\\s+", " "), LONGEST);
    return line.isEmpty() ? null : line;
  }
}
