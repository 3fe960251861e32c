package farol.wire.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of a mail a signature can cover: the fields of its header as they came, and its body. They
 * are cut where {@link MailReader} cuts them, so that nothing is read as one thing and proven as
 * another. Lines end in CRLF, as when they were signed, however a mail program keeps them.
 */
public final class SignableMail {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final List<Field> fields;
  private final Span body;

  private SignableMail(List<Field> fields, Span body) {
    this.fields = List.copyOf(fields);
    this.body = body;
  }

  /** Of a mail as a mail program keeps it; empty beyond one of the limits. */
  public static Optional<SignableMail> of(byte[] mail, MailLimits limits) {
    try {
      Budget budget = new Budget(limits);
      budget.requireSize(mail.length);
      return Optional.of(cut(Span.of(mail), budget));
    } catch (MailRefusedException e) {
      return Optional.empty();
    }
  }

  private static SignableMail cut(Span mail, Budget budget) throws MailRefusedException {
    List<Field> fields = new ArrayList<>();
    int start = Headers.startOfMail(mail);
    while (start < mail.end() && !Headers.isBlank(mail, start, mail.nextLine(start))) {
      int next = nextField(mail, start);
      budget.useHeaderBytes(next - start);
      budget.useHeaderField();
      field(mail, start, next).ifPresent(fields::add);
      start = next;
    }
    return new SignableMail(fields, mail.from(mail.nextLine(start)));
  }

  private static int nextField(Span mail, int start) {
    int line = mail.nextLine(start);
    while (line < mail.end() && Headers.isWhitespace(mail.bytes()[line])) {
      line = mail.nextLine(line);
    }
    return line;
  }

  private static Optional<Field> field(Span mail, int start, int next) {
    int colon = Headers.colon(mail, start, mail.nextLine(start));
    if (colon < 0) {
      return Optional.empty();
    }
    String name = mail.text(start, colon).stripTrailing().toLowerCase(Locale.ROOT);
    String value = mail.text(colon + 1, mail.endOfText(start, next));
    return Optional.of(new Field(name, mail.text(start, colon), value.replaceAll("\r?\n", "\r\n")));
  }

  /** In order. Lines that are no field are not among them. */
  public List<Field> fields() {
    return fields;
  }

  /** Those of one name, in order. */
  public List<Field> fields(String lowerCaseName) {
    return fields.stream().filter(field -> field.name().equals(lowerCaseName)).toList();
  }

  /**
   * The names that {@link MailReader} goes by, of the first field each; in lower case. Without
   * those of recipients: mailing systems add such fields to honest mails.
   */
  public Set<String> readNames() {
    return Headers.READ;
  }

  /** In an array of its own; its last line has an end, too. */
  public byte[] body() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(body.length() + LINE_END.length);
    int line = body.start();
    while (line < body.end()) {
      int next = body.nextLine(line);
      lines.write(body.bytes(), line, body.endOfText(line, next) - line);
      lines.writeBytes(LINE_END);
      line = next;
    }
    return lines.toByteArray();
  }

  /**
   * One field; a character for each byte.
   *
   * @param name in lower case, without blanks
   * @param writtenName the name as it came, up to the colon
   * @param value what stands behind the colon, folded as it came, without its last line end
   */
  public record Field(String name, String writtenName, String value) {}
}
