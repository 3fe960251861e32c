package farol.wire.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those header fields of a mail or part that tell of a report, the first of each name, and where
 * the body begins. Lines that are no field are passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-2.2">RFC 5322, section 2.2</a>
 */
final class Headers {
  /** By which a mail is read: whoever can add one of these can change what a mail says. */
  static final Set<String> READ =
      Set.of(
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "date",
          "from",
          "subject",
          "tls-report-domain",
          "tls-report-submitter");

  /** Whom a mail is for; each system on its way may add one, and none of them proves anything. */
  static final List<String> RECIPIENTS =
      List.of("delivered-to", "x-original-to", "envelope-to", "to", "cc");

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** What an mbox file has before each mail. */
  private static final byte[] MBOX_LINE = {'F', 'r', 'o', 'm', ' '};

  static final int LONGEST_VALUE = 8 << 10;

  private final Map<String, StringBuilder> values = new HashMap<>();
  private final Span entity;
  private final Budget budget;
  private int body;
  private @Nullable StringBuilder current;
  private @Nullable MailRefusedException cut;

  private Headers(Span entity, int start, Budget budget) {
    this.entity = entity;
    this.budget = budget;
    this.body = start;
    try {
      read();
    } catch (MailRefusedException e) {
      cut = e;
    }
  }

  /** Those of a mail, which may have lines before it that mail programs add. */
  static Headers ofMail(Span mail, Budget budget) {
    return new Headers(mail, startOfMail(mail), budget);
  }

  static Headers ofPart(Span part, Budget budget) {
    return new Headers(part, part.start(), budget);
  }

  /** Whether a mail begins so: with a header field, whose name begins with a letter. */
  static boolean begin(Span bytes) {
    int line = startOfMail(bytes);
    return isField(bytes, line, bytes.nextLine(line)) && Character.isLetter(bytes.bytes()[line]);
  }

  static int startOfMail(Span mail) {
    int line = mail.start();
    if (mail.startsWith(line, BYTE_ORDER_MARK)) {
      line += BYTE_ORDER_MARK.length;
    }
    int next = mail.nextLine(line);
    while (next > line && (isBlank(mail, line, next) || isOfMbox(mail, line, next))) {
      line = next;
      next = mail.nextLine(line);
    }
    return line;
  }

  private static boolean isOfMbox(Span mail, int line, int next) {
    return mail.startsWith(line, MBOX_LINE) && !isField(mail, line, next);
  }

  /** Fails where they are more than the mail may have; what came before that is there. */
  void requireWhole() throws MailRefusedException {
    if (cut != null) {
      throw cut;
    }
  }

  /** All that these are the headers of, themselves included; of a mail, an array of its own. */
  Span entity() {
    return entity;
  }

  Span body() {
    return entity.from(body);
  }

  /** Empty where the field is absent. A character for each byte. */
  String value(String name) {
    StringBuilder value = values.get(name);
    return value == null ? "" : value.toString();
  }

  /** Whether they say that a TLS report comes with them (RFC 8460, section 5.3). */
  boolean announceReport() {
    return !value("tls-report-domain").isEmpty()
        || !value("tls-report-submitter").isEmpty()
        || "tlsrpt"
            .equalsIgnoreCase(FieldValue.parse(value("content-type")).parameter("report-type"));
  }

  private void read() throws MailRefusedException {
    int line = body;
    int next = entity.nextLine(line);
    while (next > line && !isBlank(entity, line, next)) {
      budget.useHeaderBytes(next - line);
      readLine(line, next);
      line = next;
      next = entity.nextLine(line);
    }
    body = next;
  }

  private void readLine(int line, int next) throws MailRefusedException {
    int end = entity.endOfText(line, next);
    if (isWhitespace(entity.bytes()[line])) {
      append(entity.text(line, end));
      return;
    }
    budget.useHeaderField();
    int colon = colon(entity, line, end);
    String name =
        colon < 0 ? "" : entity.text(line, colon).stripTrailing().toLowerCase(Locale.ROOT);
    boolean kept = READ.contains(name) || RECIPIENTS.contains(name);
    boolean first = kept && !values.containsKey(name);
    current = first ? new StringBuilder() : null;
    if (current != null) {
      values.put(name, current);
      append(entity.text(colon + 1, end));
    }
  }

  /** Folded lines are joined without their line ends. */
  private void append(String text) {
    if (current != null) {
      current.append(text, 0, Math.min(text.length(), LONGEST_VALUE - current.length()));
    }
  }

  private static boolean isField(Span span, int line, int next) {
    return colon(span, line, next) >= 0;
  }

  /** Where the colon of a field is; negative where the line is no field. */
  static int colon(Span span, int line, int end) {
    int i = line;
    while (i < end && isOfName(span.bytes()[i])) {
      i++;
    }
    int name = i;
    while (i < end && isWhitespace(span.bytes()[i])) {
      i++;
    }
    return name > line && i < end && span.bytes()[i] == ':' ? i : -1;
  }

  static boolean isBlank(Span span, int line, int next) {
    return span.endOfText(line, next) == line;
  }

  private static boolean isOfName(byte character) {
    return character > ' ' && character <= '~' && character != ':';
  }

  static boolean isWhitespace(byte character) {
    return character == ' ' || character == '\t';
  }
}
