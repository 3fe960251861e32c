package farol.wire.archive;

import farol.wire.packed.Entries;
import farol.wire.packed.PackedBudget;
import farol.wire.packed.PackedEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is open, within the one that it is in.
 *
 * @param name for people; empty for what was opened first
 * @param depth zip and tar files that are open, this one included
 * @param bytes what is to be closed with it
 * @param budget of the file that all of it is in; null for what was opened first, whose files have
 *     one each
 * @param isMailbox whether all that is in it are mails
 */
record Layer(
    Entries entries,
    String name,
    int depth,
    InputStream bytes,
    @Nullable PackedBudget budget,
    boolean isMailbox)
    implements Found, Closeable {
  static Layer outermost(Entries entries) {
    return new Layer(entries, "", 0, InputStream.nullInputStream(), null, false);
  }

  /** What people see of an entry's place. */
  String nameOf(PackedEntry entry) {
    String own = ArchivePlace.shown(entry.name());
    return isMailbox || name.isEmpty() ? name + own : name + '!' + own;
  }

  @Override
  public void close() throws IOException {
    entries.close();
    bytes.close();
  }
}
