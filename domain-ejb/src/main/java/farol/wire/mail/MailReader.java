package farol.wire.mail;

import static java.util.Objects.requireNonNull;

/**
 * Finds the report in a mail: in the part that says to be one by its media type, else by its file
 * name, else by its first bytes; in multiparts within multiparts, in forwarded mails, and in a mail
 * without parts. It reads what the report is packed in, never the report.
 *
 * <p>Whatever the bytes are, the answer is a {@link MailReading}, never an exception; beyond one of
 * the limits there is none, wherever the report is. Nothing is believed but the bytes: charsets are
 * ignored, names and headers are kept for people. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.3">RFC 8460, section 5.3</a>
 */
public final class MailReader {
  private final MailLimits limits;

  public MailReader(MailLimits limits) {
    this.limits = requireNonNull(limits, "limits");
  }

  /**
   * Whether bytes are to be read as a mail: they begin with a header field, which no report does.
   */
  public static boolean isMail(byte[] bytes) {
    return Headers.begin(Span.of(bytes));
  }

  /**
   * Reads one mail.
   *
   * @param mail as a mail program keeps it, in a file by itself; not changed
   */
  public MailReading read(byte[] mail) {
    return MailWalk.through(mail, limits);
  }
}
