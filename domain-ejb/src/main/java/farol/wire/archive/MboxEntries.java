package farol.wire.archive;

import farol.wire.packed.Entries;
import farol.wire.packed.PackedBudget;
import farol.wire.packed.PackedEntry;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a mailbox in one file. A line that begins with {@code From } stands before each, at
 * the start of the file or behind an empty line, which belongs to it; where a mail had such a line,
 * it got a {@code >}, which is taken off again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155</a>
 */
final class MboxEntries implements Entries {
  static final String SEPARATOR = "From ";

  private final Lines lines;
  private final PackedBudget budget;
  private @Nullable MboxMail current;
  private long number;

  MboxEntries(InputStream in, PackedBudget budget) {
    this.lines = new Lines(in);
    this.budget = budget;
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
      return lines.next();
    }
    current.leave();
    return lines.start() < lines.end();
  }

  @Override
  public void close() {
    // Nothing is its own.
  }
}
