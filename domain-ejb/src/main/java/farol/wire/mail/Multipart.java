package farol.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the body of a multipart at its delimiter lines. Only a whole line is one: a boundary that
 * another one begins with is not mistaken for it. Where the last line is missing, the last part
 * goes to the end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1">RFC 2046, section 5.1.1</a>
 */
final class Multipart {
  /** More than the 70 of the RFC, which some exceed. */
  static final int LONGEST_BOUNDARY = 200;

  private final Span body;
  private final byte[] delimiter;

  private enum Line {
    TEXT,
    DELIMITER,
    CLOSE
  }

  /**
   * @param boundary 1 to {@link #LONGEST_BOUNDARY} characters, one for each byte
   */
  Multipart(Span body, String boundary) {
    this.body = body;
    this.delimiter = ("--" + boundary).getBytes(ISO_8859_1);
  }

  /** Its parts, in order; what stands before and behind them is for people. */
  List<Span> parts(Budget budget) throws MailRefusedException {
    List<Span> parts = new ArrayList<>();
    int start = -1;
    int line = body.start();
    while (line < body.end()) {
      int next = body.nextLine(line);
      Line kind = kind(line, next);
      if (kind != Line.TEXT) {
        if (start >= 0) {
          budget.usePart();
          parts.add(part(start, body.endOfText(start, line)));
        }
        start = kind == Line.CLOSE ? -1 : next;
      }
      line = kind == Line.CLOSE ? body.end() : next;
    }
    if (start >= 0) {
      budget.usePart();
      parts.add(part(start, body.end()));
    }
    return parts;
  }

  /** The line break before a delimiter belongs to it. */
  private Span part(int start, int end) {
    return new Span(body.bytes(), start, end);
  }

  private Line kind(int line, int next) {
    if (!body.startsWith(line, delimiter)) {
      return Line.TEXT;
    }
    String rest = body.text(line + delimiter.length, next).strip();
    if (rest.isEmpty()) {
      return Line.DELIMITER;
    }
    return rest.equals("--") ? Line.CLOSE : Line.TEXT;
  }
}
