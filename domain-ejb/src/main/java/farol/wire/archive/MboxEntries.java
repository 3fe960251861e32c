package farol.wire.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import farol.wire.packed.Entries;
import farol.wire.packed.PackedBudget;
import farol.wire.packed.PackedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a mailbox in one file. A line that begins with {@code From } stands before each: the
 * first one of the file, or behind an empty line, which belongs to it, or with a date at its end.
 * Where a mail had such a line, it got a {@code >}, which is taken off again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155</a>
 */
final class MboxEntries implements Entries {
  private static final String SEPARATOR = "From ";
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** Some header fields are called so, as in {@code From : a@example.com}. */
  private static final Pattern START =
      Pattern.compile("(?:" + BYTE_ORDER_MARK + ")?[\\r\\n]*+" + SEPARATOR + "(?!\\s*+:)");

  /** As of asctime, with a zone or without, which is what programs write into this line. */
  private static final Pattern DATED =
      Pattern.compile(
          SEPARATOR
              + ".* (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
              + " (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
              + " [ \\d]\\d \\d\\d:\\d\\d(?::\\d\\d)?(?: [A-Z]{1,5}| [-+]\\d{4})?"
              + " \\d{4}(?: [A-Z]{1,5}| [-+]\\d{4})?\\s*");

  private static final int LONGEST_DATED = 1_000;

  private final Lines lines;
  private final PackedBudget budget;
  private @Nullable MboxMail current;
  private long number;

  MboxEntries(InputStream in, PackedBudget budget) {
    this.lines = new Lines(in);
    this.budget = budget;
  }

  /** Whether bytes begin so, behind the mark and the empty lines that some programs put first. */
  static boolean begin(byte[] head) {
    return START.matcher(new String(head, ISO_8859_1)).lookingAt();
  }

  /**
   * Whether a line separates two mails.
   *
   * @param behindEmptyLine where any line of the kind does
   */
  static boolean isSeparator(Lines lines, boolean behindEmptyLine) {
    return lines.startWith(SEPARATOR, 0)
        && (behindEmptyLine || DATED.matcher(lines.text(LONGEST_DATED)).matches());
  }

  /** Whether a line is none, but would be without the characters that quote it. */
  static boolean isQuoted(Lines lines) {
    int quotes = lines.leading('>');
    return quotes > 0 && lines.startWith(SEPARATOR, quotes);
  }

  @Override
  public @Nullable PackedEntry next() throws IOException {
    if (!toSeparator()) {
      return null;
    }
    budget.useEntry();
    lines.toEndOfLine();
    MboxMail mail = new MboxMail(lines);
    current = mail;
    number++;
    return new PackedEntry("#" + number, mail);
  }

  private boolean toSeparator() throws IOException {
    if (current == null) {
      return toFirst();
    }
    current.leave();
    return lines.start() < lines.end();
  }

  private boolean toFirst() throws IOException {
    boolean more = lines.next();
    while (more
        && !lines.startWith(SEPARATOR, 0)
        && !lines.startWith(BYTE_ORDER_MARK + SEPARATOR, 0)) {
      more = lines.next();
    }
    return more;
  }

  @Override
  public void close() {
    // Nothing is its own.
  }
}
